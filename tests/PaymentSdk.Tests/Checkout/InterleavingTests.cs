using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Two windows, two baskets or two clicks for one purchase of 15,000 won: whatever the order of events, the gateway holds at most 15,000 won
/// for it at the end, and nothing after a full refund (docs/spec/money.md §1).
/// </summary>
public sealed class InterleavingTests : IAsyncLifetime
{
    private readonly PurchaseId _purchase = PurchaseId.New();
    private PaidShop _shop = null!;

    /// <summary>The state of the first window when the second one confirms.</summary>
    public enum First
    {
        Unknown,
        Declined,
        ClosedAndPaidLate,
        AccountOpen,
    }

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData(First.Unknown, AttemptState.Approved)]
    [InlineData(First.Declined, AttemptState.Declined)]
    [InlineData(First.ClosedAndPaidLate, AttemptState.Approved)]
    [InlineData(First.AccountOpen, AttemptState.AwaitingDeposit)]
    public async Task The_second_window_of_one_order_is_never_confirmed(First first, AttemptState then)
    {
        var (orderId, firstKey) = await FirstAsync(first);
        var secondKey = first == First.Unknown ? _shop.Authenticate(orderId) : "tgen_second_window";

        var second = await _shop.Shop.ConfirmAsync(orderId, secondKey);
        Assert.IsType<ConfirmOutcome.NotOpen>(second);
        _shop.Gateway.ClearFaults();
        await ResolveAsync(first, orderId, firstKey);

        Assert.Equal(then, await _shop.Shop.StateAsync(orderId));
        Assert.Equal(then == AttemptState.Approved ? 15_000 : 0, Held());
        Assert.IsType<ConfirmOutcome.NotOpen>(await _shop.Shop.ConfirmAsync(orderId, secondKey));
    }

    [Theory]
    [InlineData(First.Unknown, false)]
    [InlineData(First.Declined, true)]
    [InlineData(First.ClosedAndPaidLate, true)]
    [InlineData(First.AccountOpen, false)]
    public async Task A_new_order_for_the_same_basket_is_opened_only_where_nothing_may_still_be_charged(First first, bool opens)
    {
        var (firstOrder, firstKey) = await FirstAsync(first);
        var (again, renewed) = (await _shop.Checkout.OpenAgainAsync(firstOrder), await OpenAsync());
        Assert.Equal((opens, opens), (again is OpenOutcome.Opened, renewed is OpenOutcome.Opened));

        _shop.Gateway.ClearFaults();
        if (opens)
        {
            var secondOrder = ShopHost.Opened(renewed);
            Assert.IsType<ConfirmOutcome.Paid>(await _shop.Shop.ConfirmAsync(secondOrder, _shop.Authenticate(secondOrder)));
        }

        await ResolveAsync(first, firstOrder, firstKey);
        await Until.TrueAsync(() => Held() == (first == First.AccountOpen ? 0 : 15_000), "the gateway does not hold the expected amount");
        Assert.True(Held() <= 15_000);
    }

    [Fact]
    public async Task An_order_that_was_unknown_when_the_basket_was_opened_anew_is_paid_once_it_is_known()
    {
        var (orderId, _) = await FirstAsync(First.Unknown);
        var live = Assert.IsType<OpenOutcome.NotOpen>(await OpenAsync());
        Assert.Equal((orderId, PaymentOrderStatus.Checking), (live.Live.OrderId, live.Live.Status));

        _shop.Gateway.ClearFaults();
        await _shop.Shop.UntilAsync(orderId, AttemptState.Approved);
        Assert.Equal(PaymentOrderStatus.Paid, Assert.IsType<OpenOutcome.NotOpen>(await OpenAsync()).Live.Status);
    }

    [Fact]
    public async Task A_refund_and_a_reversal_at_the_same_moment_refund_the_money_once()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        await Task.WhenAll(_shop.CancelAsync(orderId, "r1", 5_000), _shop.ReverseAsync(orderId), _shop.CancelAsync(orderId, "r2"), _shop.ReverseAsync(orderId));
        // A running refund holds the lease of the row, so the reversal starts after the lease has expired.
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(1));
                return await _shop.Shop.StateAsync(orderId) == AttemptState.Canceled;
            },
            () => "the reversal is not completed");

        Assert.Equal(15_000, _shop.Refunded(paymentKey).Sum());
        await Until.TrueAsync(
            async () => (await _shop.RefundRecordsAsync(orderId)).All(refund => refund.State is RefundProgress.Done or RefundProgress.Refused),
            () => "a refund is still open");
    }

    [Fact]
    public async Task A_confirm_and_a_reversal_at_the_same_moment_end_without_a_charge()
    {
        for (var round = 0; round < 5; round++)
        {
            var orderId = await _shop.Shop.OpenAsync();
            var paymentKey = _shop.Authenticate(orderId);

            await Task.WhenAll(_shop.Shop.ConfirmAsync(orderId, paymentKey), _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.Zero }));
            await Until.TrueAsync(
                async () =>
                {
                    _shop.Time.Advance(TimeSpan.FromMinutes(1));
                    return await _shop.Shop.StateAsync(orderId) is AttemptState.Canceled or AttemptState.Expired;
                },
                () => "the order is not reversed");

            Assert.Equal(0, Held());
        }
    }

    [Fact]
    public async Task A_confirm_that_another_payment_of_the_purchase_overtakes_shows_that_payment()
    {
        await using var shop = await PaidShop.StartAsync(FaultyLedger.Wrap);
        var (first, _) = await shop.PayAndCloseAsync(_purchase);
        var second = ShopHost.Opened(await shop.Checkout.OpenAgainAsync(first));
        var paymentKey = shop.Authenticate(second);
        ((FaultyLedger)shop.Shop.Ledger).AfterFind = () => shop.BringToOperatorAsync(first);

        var refused = Assert.IsType<ConfirmOutcome.NotOpen>(await shop.Shop.ConfirmAsync(second, paymentKey));

        Assert.Equal((first, PaymentOrderStatus.Attention), (refused.Live.OrderId, refused.Live.Status));
    }

    private async Task<(OrderId OrderId, string PaymentKey)> FirstAsync(First first)
    {
        var orderId = ShopHost.Opened(await OpenAsync());
        var paymentKey = _shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000)
        {
            Method = first == First.AccountOpen ? "VIRTUAL_ACCOUNT" : "CARD",
            ConfirmFailure = first == First.Declined ? "REJECT_CARD_PAYMENT" : null,
        });
        if (first is First.Unknown or First.ClosedAndPaidLate)
        {
            await _shop.Gateway.ArmAsync(
                new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1000 },
                new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
        }

        await _shop.Shop.ConfirmAsync(orderId, paymentKey);
        if (first == First.ClosedAndPaidLate)
            await _shop.CloseAsync(orderId);
        return (orderId, paymentKey);
    }

    private Task<OpenOutcome> OpenAsync() =>
        _shop.Checkout.OpenAsync(new NewPurchase { PurchaseId = _purchase, Amount = Money.Krw(15_000), OrderName = "사과 한 상자" });

    /// <summary>Waits until the result of the first window is known; a late approval is found by a recheck.</summary>
    private async Task ResolveAsync(First first, OrderId orderId, string paymentKey)
    {
        if (first == First.Unknown)
            await _shop.Shop.UntilAsync(orderId, AttemptState.Approved);
        if (first != First.ClosedAndPaidLate)
            return;
        var before = _shop.Queries(paymentKey);
        await Until.TrueAsync(
            () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(16));
                return _shop.Queries(paymentKey) > before;
            },
            "the closed attempt is not queried again");
        await _shop.Shop.UntilAsync(orderId, AttemptState.Approved, AttemptState.Canceled);
    }

    /// <summary>Returns the total amount that the gateway holds for all payments.</summary>
    private decimal Held() => _shop.Gateway.ReadPayments().SelectMany(payment => payment.Executions).Sum(execution => execution.Operation switch
    {
        "approve" or "deposit" => execution.Amount,
        "cancel" or "reversal" => -execution.Amount,
        _ => 0,
    });
}
