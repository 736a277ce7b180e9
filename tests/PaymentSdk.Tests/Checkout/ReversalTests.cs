using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Reversals, duplicate payments, and recheck requests by notifications (docs/spec/money.md §5, §6, §8).</summary>
public sealed class ReversalTests : IAsyncLifetime
{
    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_paid_order_is_reversed_in_full()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(orderId));

        Assert.Equal([15_000], _shop.Refunded(paymentKey));
        Assert.Equal(AttemptState.Canceled, await _shop.Shop.StateAsync(orderId));
        Assert.Equal([OrderEventType.Paid, OrderEventType.Canceled], await _shop.EventsAsync(orderId));
    }

    [Fact]
    public async Task An_order_that_was_never_sent_is_closed_and_cannot_be_confirmed()
    {
        var orderId = await _shop.Shop.OpenAsync();
        var paymentKey = _shop.Authenticate(orderId);

        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(orderId));

        Assert.IsType<ConfirmOutcome.NotOpen>(await _shop.Shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(0, _shop.Approvals());
    }

    [Fact]
    public async Task An_order_reversed_while_its_outcome_is_unknown_is_refunded()
    {
        var (orderId, paymentKey) = await UnknownAsync(SandboxFaultKind.CloseAfterWork);

        await _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.Zero });
        _shop.Gateway.ClearFaults();
        // A running query may hold the lease of the row, so its lease must expire first.
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);

        Assert.Equal([15_000], _shop.Refunded(paymentKey));
        Assert.DoesNotContain(OrderEventType.Paid, await _shop.EventsAsync(orderId));
    }

    [Fact]
    public async Task An_order_reversed_before_its_charge_waits_until_it_cannot_be_charged_and_is_never_confirmed_again()
    {
        var (orderId, paymentKey) = await UnknownAsync(SandboxFaultKind.CloseBeforeWork);

        await _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.Zero });
        _shop.Gateway.ClearFaults();
        var before = _shop.Queries(paymentKey);
        await Until.TrueAsync(() => _shop.Queries(paymentKey) > before, "the order is not queried");
        Assert.Equal(AttemptState.Reversing, await _shop.Shop.StateAsync(orderId));
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(5));
                return await _shop.Shop.StateAsync(orderId) == AttemptState.Expired;
            },
            () => "the reversal is not completed");

        Assert.Equal(0, _shop.Approvals());
        Assert.IsType<OpenOutcome.Opened>(await _shop.Checkout.OpenAgainAsync(orderId));
    }

    [Fact]
    public async Task A_reversal_whose_cancel_fails_five_times_needs_attention_and_is_not_a_sale()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);

        await _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.Zero });
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(3));
                return await _shop.Shop.StateAsync(orderId) == AttemptState.NeedsAttention;
            },
            () => "the order does not become NeedsAttention");

        Assert.Empty(_shop.Refunded(paymentKey));
        var events = await _shop.EventsAsync(orderId);
        Assert.Equal([OrderEventType.Paid, OrderEventType.NeedsAttention], events);

        // A day later the gateway shows the order as paid, but it still needs attention and does not become a sale.
        var before = _shop.Queries(paymentKey);
        _shop.Time.Advance(TimeSpan.FromHours(25));
        await Until.TrueAsync(() => _shop.Queries(paymentKey) > before, "an order that needs attention is not queried daily");
        Assert.Equal(AttemptState.NeedsAttention, await _shop.Shop.StateAsync(orderId));

        _shop.Gateway.ClearFaults();
        await _shop.ReverseAsync(orderId);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(3));
                return await _shop.Shop.StateAsync(orderId) == AttemptState.Canceled;
            },
            () => "the reversal is not completed");
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_second_payment_of_a_paid_purchase_is_canceled_by_itself()
    {
        var purchaseId = PurchaseId.New();
        var (first, firstKey) = await _shop.PayAndCloseAsync(purchaseId);
        var (second, _) = await _shop.PayAsync(purchaseId: purchaseId);

        await ShowLateAsync(firstKey);
        await _shop.Shop.UntilAsync(first, AttemptState.Canceled);

        Assert.Equal([15_000], _shop.Refunded(firstKey));
        Assert.Equal(AttemptState.Approved, await _shop.Shop.StateAsync(second));
        Assert.DoesNotContain(OrderEventType.Canceled, await _shop.EventsAsync(first));
    }

    [Fact]
    public async Task A_late_payment_of_a_purchase_that_waits_for_a_deposit_closes_the_account_and_is_the_one_that_paid()
    {
        var purchaseId = PurchaseId.New();
        var (first, firstKey) = await _shop.PayAndCloseAsync(purchaseId);
        var (second, secondKey) = await _shop.PayAsync("VIRTUAL_ACCOUNT", purchaseId);

        await ShowLateAsync(firstKey);
        await _shop.Shop.UntilAsync(second, AttemptState.Canceled);
        _shop.Time.Advance(TimeSpan.FromMinutes(1));
        await _shop.Shop.UntilAsync(first, AttemptState.Approved);

        Assert.Contains(OrderEventType.PaidLate, await _shop.EventsAsync(first));
        Assert.Empty(_shop.Refunded(firstKey));
        Assert.Equal("CANCELED", _shop.Gateway.ReadPayments().Single(payment => payment.PaymentKey == secondKey).Status);
    }

    [Fact]
    public async Task A_notification_makes_an_order_due_that_waits_for_nothing_and_a_thousand_of_them_make_it_due_once()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        _shop.Gateway.CancelAtDashboard(paymentKey);
        var rechecks = _shop.Shop.Services.GetRequiredKeyedService<RecheckRequests>("");
        var before = _shop.Queries(paymentKey);

        for (var forgery = 0; forgery < 1_000; forgery++)
            await rechecks.RequestAsync(orderId, "CANCELED");
        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        for (var forgery = 0; forgery < 100; forgery++)
            await rechecks.RequestAsync(orderId, "CANCELED");

        Assert.Equal(1, _shop.Queries(paymentKey) - before);
        Assert.Null((await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.DueAt);
    }

    private async Task<(OrderId, string)> UnknownAsync(SandboxFaultKind confirm)
    {
        var orderId = await _shop.Shop.OpenAsync();
        var paymentKey = _shop.Authenticate(orderId);
        await _shop.ArmAsync(SandboxOperation.Confirm, confirm, 1000);
        await _shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 1000);
        Assert.IsType<ConfirmOutcome.Checking>(await _shop.Shop.ConfirmAsync(orderId, paymentKey));
        return (orderId, paymentKey);
    }

    private async Task ShowLateAsync(string paymentKey)
    {
        var before = _shop.Queries(paymentKey);
        await Until.TrueAsync(
            () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(16));
                return _shop.Queries(paymentKey) > before;
            },
            "the closed attempt is not queried again");
    }
}
