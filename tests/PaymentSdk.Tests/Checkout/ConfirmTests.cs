using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

public sealed class ConfirmTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _shop = await ShopHost.StartAsync(_gateway, _database);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task An_authenticated_payment_is_paid_once_with_the_stored_amount()
    {
        var orderId = await _shop.OpenAsync(15_000);
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);

        var outcome = await _shop.ConfirmAsync(orderId, paymentKey, 15_000);

        var paid = Assert.IsType<ConfirmOutcome.Paid>(outcome);
        Assert.Equal((PaymentOrderStatus.Paid, Money.Krw(15_000), Money.Krw(15_000)), (paid.Order.Status, paid.Order.Amount, paid.Order.Balance));
        Assert.NotNull(paid.Order.ApprovedAt);
        Assert.NotNull(paid.Order.ReceiptUrl);
        Assert.True(paid.Order.TestMode);
        Assert.Equal(1, Approvals());
        Assert.Equal(["opened", "confirm", "answer"], await CausesAsync(orderId));
        Assert.Equal([OrderEventType.Paid], await EventsAsync(orderId));
    }

    [Fact]
    public async Task An_amount_that_differs_from_the_stored_one_changes_nothing_and_sends_nothing()
    {
        var orderId = await _shop.OpenAsync(15_000);
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 100);

        Assert.IsType<ConfirmOutcome.AmountMismatch>(await _shop.ConfirmAsync(orderId, paymentKey, 100));

        Assert.Equal(AttemptState.Created, await _shop.StateAsync(orderId));
        Assert.Equal("IN_PROGRESS", Assert.Single(_gateway.ReadPayments()).Status);
        Assert.Equal(["opened"], await CausesAsync(orderId));
    }

    [Fact]
    public async Task An_amount_that_is_only_written_differently_is_the_same_amount()
    {
        var orderId = await _shop.OpenAsync(15_000);
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);

        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey, 15_000.00m));
    }

    [Fact]
    public async Task A_purchase_in_dollars_is_paid_to_the_cent()
    {
        var orderId = ShopHost.Opened(await _shop.Checkout.OpenAsync(new NewPurchase { Amount = new Money(10.5m, Currency.Usd), OrderName = "Apples" }));
        var paymentKey = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 10.50m) { Currency = "USD" });

        Assert.IsType<ConfirmOutcome.AmountMismatch>(await _shop.ConfirmAsync(orderId, paymentKey, 10.51m));
        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey, 10.500m));

        var order = (await _shop.Checkout.FindAsync(orderId))!;
        Assert.Equal(("10.50 USD", "10.50 USD"), (order.Amount.ToString(), order.Balance?.ToString()));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_payment_without_a_key_is_a_mistake_of_the_caller_and_begins_nothing()
    {
        var orderId = await _shop.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = orderId, PaymentKey = default }));
        Assert.Equal(AttemptState.Created, await _shop.StateAsync(orderId));
    }

    [Fact]
    public async Task An_order_that_was_never_opened_is_not_found()
    {
        var outcome = await _shop.ConfirmAsync(OrderId.New(), "payment-key-of-nobody");

        Assert.IsType<ConfirmOutcome.NotFound>(outcome);
    }

    [Fact]
    public async Task Twenty_clicks_at_once_are_one_approval_and_all_see_paid()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _shop.ConfirmAsync(orderId, paymentKey))));

        Assert.All(outcomes, outcome => Assert.IsType<ConfirmOutcome.Paid>(outcome));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task Two_windows_of_one_order_end_in_one_approval_and_the_other_window_is_answered_so()
    {
        var orderId = await _shop.OpenAsync();
        var keys = Enumerable.Range(0, 2).Select(_ => _gateway.AuthenticatePayment(orderId.Value, 15_000)).ToList();

        var outcomes = await Task.WhenAll(keys.Select(key => Task.Run(() => _shop.ConfirmAsync(orderId, key))));

        Assert.Single(outcomes.OfType<ConfirmOutcome.Paid>());
        Assert.Single(outcomes.OfType<ConfirmOutcome.NotOpen>());
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_paid_order_stays_paid_however_often_it_is_confirmed()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await _shop.ConfirmAsync(orderId, paymentKey);

        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(PaymentOrderStatus.Paid, Assert.IsType<ConfirmOutcome.NotOpen>(await _shop.ConfirmAsync(orderId, "another-payment-key")).Live.Status);
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_refused_card_is_declined_and_the_second_try_is_paid_under_a_new_order_id()
    {
        var orderId = await _shop.OpenAsync();
        var refused = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { ConfirmFailure = "REJECT_CARD_PAYMENT" });

        var declined = Assert.IsType<ConfirmOutcome.Declined>(await _shop.ConfirmAsync(orderId, refused));
        var again = ShopHost.Opened(await _shop.Checkout.OpenAgainAsync(orderId));
        var paid = await _shop.ConfirmAsync(again, _gateway.AuthenticatePayment(again.Value, 15_000));

        Assert.Equal("REJECT_CARD_PAYMENT", declined.Code.Value);
        Assert.True(declined.Order.CanOpenAgain);
        Assert.NotEqual(orderId, again);
        Assert.IsType<ConfirmOutcome.Paid>(paid);
        Assert.Equal(1, Approvals());
        Assert.Equal([OrderEventType.Declined, OrderEventType.Paid], await EventsAsync(again));
    }

    [Fact]
    public async Task A_paid_purchase_cannot_be_opened_again()
    {
        var purchaseId = PurchaseId.New();
        var orderId = await _shop.OpenAsync(purchaseId: purchaseId);
        await _shop.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000));

        var again = await _shop.Checkout.OpenAgainAsync(orderId);
        var reopened = await _shop.Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(1), OrderName = "사과", PurchaseId = purchaseId });

        Assert.Equal(PaymentOrderStatus.Paid, Assert.IsType<OpenOutcome.NotOpen>(again).Live.Status);
        Assert.Equal(orderId, Assert.IsType<OpenOutcome.NotOpen>(reopened).Live.OrderId);
    }

    [Fact]
    public async Task Opening_a_purchase_again_supersedes_the_order_that_was_never_sent()
    {
        var purchaseId = PurchaseId.New();
        var first = await _shop.OpenAsync(15_000, purchaseId);
        var second = await _shop.OpenAsync(20_000, purchaseId);

        var late = await _shop.ConfirmAsync(first, _gateway.AuthenticatePayment(first.Value, 15_000));
        var paid = await _shop.ConfirmAsync(second, _gateway.AuthenticatePayment(second.Value, 20_000));

        Assert.IsType<ConfirmOutcome.NotOpen>(late);
        Assert.Equal(20_000m, Assert.IsType<ConfirmOutcome.Paid>(paid).Order.Amount.Value);
        Assert.Equal(AttemptState.Superseded, await _shop.StateAsync(first));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_virtual_account_awaits_its_deposit_and_is_paid_when_the_page_reads_the_order()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = "VIRTUAL_ACCOUNT" });

        var outcome = Assert.IsType<ConfirmOutcome.AwaitingDeposit>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.NotNull(outcome.Order.DepositAccount);
        Assert.IsType<OpenOutcome.NotOpen>(await _shop.Checkout.OpenAgainAsync(orderId));

        _gateway.Deposit(paymentKey);
        await Until.TrueAsync(async () => (await _shop.Checkout.FindAsync(orderId))!.Status == PaymentOrderStatus.Paid, () => "the deposit is not recorded");

        Assert.Null((await _shop.Checkout.FindAsync(orderId))!.DepositAccount);
        Assert.Equal([OrderEventType.AwaitingDeposit, OrderEventType.Paid], await EventsAsync(orderId));
    }

    [Fact]
    public async Task A_confirm_inside_a_transaction_of_the_shop_is_refused()
    {
        var orderId = await _shop.OpenAsync();
        using var transaction = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _shop.ConfirmAsync(orderId, "any-payment-key"));
    }

    [Theory]
    [InlineData(0, "사과")]
    [InlineData(-1, "사과")]
    [InlineData(100, "")]
    [InlineData(100, "   ")]
    public async Task A_purchase_that_makes_no_sense_is_refused(decimal amount, string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(amount), OrderName = name }));
    }

    private int Approvals() => _gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    private async Task<IEnumerable<string>> CausesAsync(OrderId orderId) =>
        (await _shop.Ledger.ReadJournalAsync("", await PurchaseAsync(orderId), CancellationToken.None)).Select(row => row.Cause);

    private async Task<IEnumerable<OrderEventType>> EventsAsync(OrderId orderId) =>
        (await _shop.Ledger.ReadEventsAsync("", await PurchaseAsync(orderId), CancellationToken.None)).Select(row => row.Type);

    private async Task<PurchaseId> PurchaseAsync(OrderId orderId) =>
        (await _shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Purchase.PurchaseId;
}
