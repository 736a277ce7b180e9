using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>PostgreSQL sessions that can be opened but in which payments fail (docs/spec/money.md §9).</summary>
public sealed class SessionTests : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }

    [Fact]
    public async Task A_pooler_in_transaction_mode_stops_the_host_and_says_what_to_do()
    {
        var server = await _server.Value;
        await using var pooler = await PgBouncer.StartAsync(server, "transaction");
        var database = pooler.Through(await server.CreateDatabaseAsync());

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database), ledger => ledger.MigrateAtStart = true)));

        Assert.Contains("pool_mode = session", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pooler_in_session_mode_is_as_good_as_the_server()
    {
        var server = await _server.Value;
        await using var pooler = await PgBouncer.StartAsync(server, "session");
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: Ct);
        await using var shop = await ShopHost.StartAsync(gateway.Address, pooler.Through(await server.CreateDatabaseAsync()));
        var orders = await Buyers.OpenAsync(shop, gateway, 6);

        await Task.WhenAll(orders.Select(order => shop.ConfirmAsync(order.OrderId, order.PaymentKey)));

        Assert.Empty((await shop.Ledger.ReadStatisticsAsync("", Ct)).Faults);
        await Buyers.AssertPaidOnceAsync(shop, gateway, orders);
    }

    [Fact]
    public async Task A_pooler_that_comes_between_while_the_host_runs_is_in_the_figures_and_in_the_report_of_the_doctor()
    {
        var server = await _server.Value;
        var database = await server.CreateDatabaseAsync();
        await (await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database), ledger => ledger.MigrateAtStart = true))).DisposeAsync();
        await using var pooler = await PgBouncer.StartAsync(server, "transaction");
        // The host is not started, because its start check would refuse the pooler.
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Payment:SecretKey"] = "test_gsk_fake_shop", ["Payment:ClientKey"] = "test_gck_fake_shop" });
        builder.Services.AddPaymentSdk().AddEntityFrameworkLedger(LedgerHost.PostgreSql(pooler.Through(database)));
        using var host = builder.Build();
        var ledger = host.Services.GetRequiredService<IOrderLedger>();

        var fault = Assert.Single((await ledger.ReadStatisticsAsync("", Ct)).Faults);
        var refused = await Assert.ThrowsAsync<LedgerException>(async () => await ledger.CheckAsync(Ct));

        Assert.Contains("pool_mode = session", fault, StringComparison.Ordinal);
        Assert.Contains("pool_mode = session", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_of_a_time_when_the_server_only_read_are_dropped_and_the_shop_sells_again_without_a_restart()
    {
        var server = await _server.Value;
        var name = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()).Database!;
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: Ct);
        // Idle connections live for five minutes in this test, as they do by default.
        await using var shop = await ShopHost.StartAsync(gateway.Address, server.ConnectionString(name));
        var orders = await Buyers.OpenAsync(shop, gateway, 2);

        await AdministerAsync(server, $"ALTER DATABASE {name} SET default_transaction_read_only = on");
        await AdministerAsync(server, $"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'");
        await Until.TrueAsync(async () => (await FaultsAsync(shop)).Any(fault => fault.Contains("is read-only, and no payment", StringComparison.Ordinal)), () => "the statistics do not report the read-only server");
        Assert.IsNotType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orders[0].OrderId, orders[0].PaymentKey));

        await AdministerAsync(server, $"ALTER DATABASE {name} RESET default_transaction_read_only");
        await Until.TrueAsync(
            async () => await shop.ConfirmAsync(orders[0].OrderId, orders[0].PaymentKey) is ConfirmOutcome.Paid,
            () => "every confirm fails although the server accepts writes again");
        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orders[1].OrderId, orders[1].PaymentKey));
        Assert.Empty(await FaultsAsync(shop));
        await Buyers.AssertPaidOnceAsync(shop, gateway, orders);
    }

    private static Task<string> AdministerAsync(PostgresServer server, string statement) => PostgresServer.ExecuteAsync(server.ConnectionString("postgres"), statement);

    private static async Task<IReadOnlyList<string>> FaultsAsync(ShopHost shop)
    {
        try
        {
            return (await shop.Ledger.ReadStatisticsAsync("", Ct)).Faults;
        }
        catch (LedgerException)
        {
            // The server has ended the session, so the statistics could not be read this time.
            return [];
        }
    }
}
