using System.Diagnostics;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// A process that is paused past its lease (SIGSTOP, a suspended machine) and continues after another process has resolved its payment.
/// </summary>
public sealed class PausedShopTests(PostgresDatabases databases)
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(130);

    [Theory]
    [InlineData("Sqlite", "before POST leaves")]
    [InlineData("Sqlite", "before the commit of Approved")]
    [InlineData("PostgreSql", "before POST leaves")]
    [InlineData("PostgreSql", "before the commit of Approved")]
    public async Task A_shop_paused_past_its_lease_neither_charges_again_nor_overwrites_the_outcome_that_another_recorded(string database, string where)
    {
        using var file = new TemporaryDatabase();
        var connectionString = database == "Sqlite" ? file.ConnectionString : await databases.CreateAsync();
        await using var gateway = await SandboxGateway.StartAsync();
        var time = new ShiftedTime();
        await using var other = await ShopHost.StartAsync(gateway.Address, connectionString, time);
        var orderId = await other.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);

        using var paused = Start(gateway.Address.ToString(), connectionString, orderId.Value, paymentKey, where, "pause");
        Assert.Equal($"cut: {where}", await ReadAsync(paused, "cut: "));
        Signal(paused, "STOP");
        await paused.StandardInput.WriteLineAsync();

        time.Advance(PastTheLease);
        await other.UntilAsync(orderId, AttemptState.Approved);
        var settled = (await other.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
        Signal(paused, "CONT");
        Assert.Equal("whole: Paid", await ReadAsync(paused, "whole: "));
        await paused.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Single(gateway.ReadPayments().Single().Executions);
        var after = (await other.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
        Assert.Equal((settled.Attempt.State, settled.Attempt.FencingToken, settled.Attempt.JournalCount), (after.Attempt.State, after.Attempt.FencingToken, after.Attempt.JournalCount));
        Assert.Single(await other.Ledger.ReadEventsAsync("", after.Purchase.PurchaseId, TestContext.Current.CancellationToken));
    }

    private static Process Start(params string[] arguments)
    {
        var shop = Path.Combine(AppContext.BaseDirectory, "CrashShop.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [shop, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    private static async Task<string> ReadAsync(Process shop, string beginning)
    {
        while (await shop.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        }

        return "the shop ended";
    }

    private static void Signal(Process shop, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{shop.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
