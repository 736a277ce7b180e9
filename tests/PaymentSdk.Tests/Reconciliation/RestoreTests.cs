using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Reconciliation;

/// <summary>
/// A ledger that was restored from a backup adopts later payments that the gateway shows for its order ids (docs/spec/money.md §9).
/// </summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly TemporaryDatabase _restored = new();
    private SandboxGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await SandboxGateway.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _database.Dispose();
        _restored.Dispose();
    }

    [Fact]
    public async Task A_payment_after_the_backup_is_adopted_with_its_key_and_two_rows_of_the_journal()
    {
        var orderId = await OpenAndBackUpAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await using (var shop = await ShopHost.StartAsync(_gateway, _database))
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, paymentKey));

        await using var restored = await ShopHost.StartAsync(_gateway, _restored);
        Assert.Equal(AttemptState.Created, await restored.StateAsync(orderId));
        var report = await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now));

        Assert.Empty(report.Breaks);
        Assert.Equal([orderId], report.Repaired);
        var journal = await restored.JournalAsync(orderId);
        Assert.Equal([AttemptState.Created, AttemptState.Confirming, AttemptState.Approved], journal.Select(row => row.To));
        Assert.Equal("reconciled", journal[1].Cause);
        Assert.Equal(PaymentKey.Parse(paymentKey), journal[2].PaymentKey);
        Assert.Equal(15_000, (await restored.MovementsAsync()).Sum(line => line.Amount.Value));
        Assert.Equal("approve", Assert.Single(Assert.Single(_gateway.ReadPayments()).Executions).Operation);
    }

    [Fact]
    public async Task A_payment_that_was_paid_and_refunded_after_the_backup_is_adopted_as_refunded()
    {
        var orderId = await OpenAndBackUpAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await using (var shop = await ShopHost.StartAsync(_gateway, _database))
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, paymentKey));
        _gateway.CancelAtDashboard(paymentKey);

        await using var restored = await ShopHost.StartAsync(_gateway, _restored);
        var report = await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now));

        Assert.Empty(report.Breaks);
        Assert.Equal(AttemptState.Canceled, await restored.StateAsync(orderId));
        Assert.Equal([-15_000, 15_000], (await restored.MovementsAsync()).Select(line => line.Amount.Value).Order());
    }

    [Fact]
    public async Task A_payment_made_twice_because_of_the_restore_is_a_duplicate_and_is_canceled()
    {
        var orderId = await OpenAndBackUpAsync();
        var lost = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await using (var shop = await ShopHost.StartAsync(_gateway, _database))
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, lost));

        await using var restored = await ShopHost.StartAsync(_gateway, _restored);
        // The buyer opens the restored shop, sees an unpaid order and pays again.
        var again = ShopHost.Opened(await restored.Checkout.OpenAgainAsync(orderId));
        Assert.IsType<ConfirmOutcome.Paid>(await restored.ConfirmAsync(again, _gateway.AuthenticatePayment(again.Value, 15_000)));
        await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now));
        await restored.UntilAsync(orderId, AttemptState.Canceled);

        Assert.Equal(AttemptState.Approved, await restored.StateAsync(again));
        Assert.Equal(15_000, _gateway.ReadPayments().Sum(payment => payment.Executions.Sum(execution => execution.Operation == "approve" ? execution.Amount : -execution.Amount)));
        Assert.Empty((await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now))).Breaks);
    }

    [Fact]
    public async Task While_the_gateway_cannot_be_queried_a_lost_payment_is_a_discrepancy_and_closes_when_recovery_has_recorded_it()
    {
        var orderId = await OpenAndBackUpAsync();
        await using (var shop = await ShopHost.StartAsync(_gateway, _database))
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000)));
        await using var restored = await ShopHost.StartAsync(_gateway, _restored);
        await _gateway.ArmAsync(new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });

        var found = Assert.Single((await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now))).Breaks);
        Assert.Contains("The order is in the ledger with the state Unknown", found.Detail, StringComparison.Ordinal);
        Assert.Empty(await restored.MovementsAsync());

        _gateway.ClearFaults();
        await restored.UntilAsync(orderId, AttemptState.Approved);
        Assert.Empty((await restored.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(_gateway.Now))).Breaks);
        Assert.Single(await restored.MovementsAsync());
    }

    /// <summary>Opens an order and makes a backup in which the order is only opened.</summary>
    private async Task<OrderId> OpenAndBackUpAsync()
    {
        OrderId orderId;
        await using (var shop = await ShopHost.StartAsync(_gateway, _database))
            orderId = await shop.OpenAsync();
        File.Copy(_database.Path, _restored.Path);
        return orderId;
    }
}
