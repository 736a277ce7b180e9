using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The PostgreSQL server crashes while payments are made, and its standby is promoted (docs/spec/money.md §9).</summary>
public sealed class FailoverTests
{
    private const int Orders = 24;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_standby_that_commits_wait_for_nothing_is_lost_and_nothing_is_charged_twice()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: Ct);
        await using var primary = await PostgresServer.StartAsync();
        var database = new NpgsqlConnectionStringBuilder(await primary.CreateDatabaseAsync()).Database!;
        await using var standby = await primary.StartStandbyAsync();
        await PostgresServer.ExecuteAsync(primary.ConnectionString("postgres"), "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await PostgresServer.ExecuteAsync(primary.ConnectionString("postgres"), "SELECT pg_reload_conf()");
        var time = new ShiftedTime();
        await using var one = await StartAsync(gateway, primary, standby, database, time);
        await using var two = await StartAsync(gateway, primary, standby, database, time);
        var orders = await Buyers.OpenAsync(one, gateway, Orders);

        var paid = 0;
        var buying = Parallel.ForEachAsync(orders, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (order, token) =>
        {
            // A buyer who sees that nothing was charged, or that the order is being checked, tries again.
            while (await (paid % 2 == 0 ? one : two).ConfirmAsync(order.OrderId, order.PaymentKey) is not ConfirmOutcome.Paid)
                await Task.Delay(50, token);
            Interlocked.Increment(ref paid);
        });
        await Until.TrueAsync(() => paid >= Orders / 4, "too few orders are paid");
        await primary.KillAsync();
        await standby.PromoteAsync();

        // Running calls hold a lease that the old server acknowledged; recovery resolves them after the lease has expired.
        time.Advance(TimeSpan.FromSeconds(130));
        await buying;
        await Buyers.AssertPaidOnceAsync(one, gateway, orders);
    }

    [Fact]
    public async Task A_payment_that_a_standby_never_received_is_adopted_by_the_reconciliation_and_not_charged_again()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: Ct);
        await using var primary = await PostgresServer.StartAsync();
        var database = new NpgsqlConnectionStringBuilder(await primary.CreateDatabaseAsync()).Database!;
        await using var standby = await primary.StartStandbyAsync();
        await using var shop = await StartAsync(gateway, primary, standby, database);
        var orders = await Buyers.OpenAsync(shop, gateway, 4);
        var written = await PostgresServer.ExecuteAsync(primary.ConnectionString("postgres"), "SELECT pg_current_wal_lsn()::text");
        await Until.TrueAsync(
            async () => await PostgresServer.ExecuteAsync(standby.ConnectionString("postgres"), $"SELECT pg_last_wal_replay_lsn() >= '{written}'") == "True",
            () => "the standby does not catch up with the primary");
        await PostgresServer.ExecuteAsync(standby.ConnectionString("postgres"), "ALTER SYSTEM SET primary_conninfo = ''");
        await PostgresServer.ExecuteAsync(standby.ConnectionString("postgres"), "SELECT pg_reload_conf()");
        await Until.TrueAsync(
            async () => await PostgresServer.ExecuteAsync(primary.ConnectionString("postgres"), "SELECT COUNT(*) FROM pg_stat_replication") == "0",
            () => "the standby is still connected to the primary");

        foreach (var (orderId, paymentKey) in orders)
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, paymentKey));
        await primary.KillAsync();
        await standby.PromoteAsync();
        await Until.TrueAsync(async () => await IsThereAsync(shop, orders[0].OrderId), () => "the shop does not connect to the new primary");
        Assert.Equal(AttemptState.Created, await shop.StateAsync(orders[0].OrderId));

        // One buyer reloads the success page before the reconciliation; the others never come back.
        await shop.ConfirmAsync(orders[0].OrderId, orders[0].PaymentKey);
        await shop.UntilAsync(orders[0].OrderId, AttemptState.Approved);
        var today = DateOnly.FromDateTime(gateway.Now.ToOffset(TimeSpan.FromHours(9)).Date);
        var report = await shop.Services.GetRequiredService<IReconciliation>().ReconcileAsync(new ReconciliationRange(today.AddDays(-1), today.AddDays(2)), Ct);

        Assert.Equal(3, report.Repaired.Count);
        await Buyers.AssertPaidOnceAsync(shop, gateway, orders);
    }

    private static Task<ShopHost> StartAsync(SandboxGateway gateway, PostgresServer primary, PostgresServer standby, string database, TimeProvider? time = null) => ShopHost.StartAsync(
        gateway.Address, $"Host={primary.Host},{standby.Host};Username=shop;Database={database};Target Session Attributes=primary;Host Recheck Seconds=0;Timeout=5;Command Timeout=10", time);

    private static async Task<bool> IsThereAsync(ShopHost shop, OrderId orderId)
    {
        try
        {
            return await shop.Ledger.FindAsync("", orderId, Ct) is not null;
        }
        catch (LedgerException)
        {
            return false;
        }
    }
}
