using Npgsql;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The connection breaks between a COMMIT and its answer (docs/spec/money.md §3.1), or the clocks of two hosts differ.</summary>
public sealed class LostAcknowledgmentTests : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_confirm_whose_first_or_second_commit_was_not_acknowledged_is_paid_and_paid_once(int commit)
    {
        var server = await _server.Value;
        var database = await server.CreateDatabaseAsync();
        await using var wire = new LossyWire(server.SocketFile);
        await using var gateway = await SandboxGateway.StartAsync();
        var throughWire = new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = wire.Port, Timeout = 10 }.ConnectionString;
        await using var shop = await ShopHost.StartAsync(gateway.Address, throughWire);
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);

        wire.LoseAfter(commit);
        var outcome = await shop.ConfirmAsync(orderId, paymentKey);

        Assert.Equal(1, wire.Lost);
        Assert.IsType<ConfirmOutcome.Paid>(outcome);
        await Buyers.AssertPaidOnceAsync(shop, gateway, [(orderId, paymentKey)]);
        var entry = (await shop.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
        Assert.Equal(3, (await shop.Ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_shop_whose_clock_is_an_hour_ahead_takes_over_a_call_too_early_and_still_charges_nothing_twice()
    {
        var database = await (await _server.Value).CreateDatabaseAsync();
        var ahead = new ShiftedTime();
        ahead.Advance(TimeSpan.FromHours(1));
        await using var gateway = await SandboxGateway.StartAsync();
        await gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.DelayBeforeWork) { Count = 6, Delay = TimeSpan.FromSeconds(1) });
        await using var right = await ShopHost.StartAsync(gateway.Address, database);
        await using var wrong = await ShopHost.StartAsync(gateway.Address, database, ahead);
        var orders = await Buyers.OpenAsync(right, gateway, 6);

        await Task.WhenAll(orders.Select(order => right.ConfirmAsync(order.OrderId, order.PaymentKey)));

        foreach (var (orderId, _) in orders)
            await right.UntilAsync(orderId, AttemptState.Approved);
        await Buyers.AssertPaidOnceAsync(right, gateway, orders);
    }
}
