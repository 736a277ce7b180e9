using System.Collections.Concurrent;
using System.Diagnostics;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The shop is killed at each boundary of the confirm path in turn, and started again (docs/spec/money.md §3, crash table).</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(130);

    [Fact]
    public async Task A_shop_killed_anywhere_in_a_confirm_ends_paid_once_after_a_restart()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        var cuts = new ConcurrentDictionary<int, string>();
        var next = 0;

        // Each number kills the shop at a later boundary. Two processes run at a time, until one finishes the confirm without being killed.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!cuts.Values.Any(where => where.StartsWith("whole", StringComparison.Ordinal)))
            {
                var cut = Interlocked.Increment(ref next);
                cuts[cut] = await KillAndRestartAsync(gateway, cut);
            }
        })));

        Assert.Contains("cut: after the commit of Confirming", cuts.Values);
        Assert.Contains("cut: before POST leaves", cuts.Values);
        Assert.Contains("cut: when POST is answered", cuts.Values);
        Assert.Contains("cut: before the commit of Approved", cuts.Values);
        Assert.Contains("cut: after the commit of Approved", cuts.Values);
        Assert.Contains("whole: Paid", cuts.Values);
    }

    private static async Task<string> KillAndRestartAsync(SandboxGateway gateway, int cut)
    {
        using var database = new TemporaryDatabase();
        var time = new ShiftedTime();
        OrderId orderId;
        await using (var before = await ShopHost.StartAsync(gateway, database))
            orderId = await before.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);

        var where = await RunAsync(gateway.Address.ToString(), database.ConnectionString, orderId.Value, paymentKey, $"{cut}");

        time.Advance(PastTheLease);
        await using var after = await ShopHost.StartAsync(gateway, database, time);
        if (await after.StateAsync(orderId) == AttemptState.Created)
            Assert.IsType<ConfirmOutcome.Paid>(await after.ConfirmAsync(orderId, paymentKey));
        await after.UntilAsync(orderId, AttemptState.Approved);

        var payment = gateway.ReadPayments().Single(one => one.PaymentKey == paymentKey);
        var entry = (await after.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        var journal = await after.Ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, CancellationToken.None);
        var events = await after.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, CancellationToken.None);
        Assert.True(payment.Executions.Count(execution => execution.Operation == "approve") == 1, $"{where}: approved {payment.Executions.Count} times");
        Assert.Equal(journal[^1].To, entry.Attempt.State);
        Assert.Equal(OrderEventType.Paid, Assert.Single(events).Type);
        return where;
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var shop = Path.Combine(AppContext.BaseDirectory, "CrashShop.dll");
        var start = new ProcessStartInfo("dotnet", [shop, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var last = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(line => line.StartsWith("cut: ", StringComparison.Ordinal) || line.StartsWith("whole: ", StringComparison.Ordinal));
        return last ?? throw new InvalidOperationException($"CrashShop printed no result: {await errors}");
    }
}
