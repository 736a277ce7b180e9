using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// The answers to callers while the ledger is unavailable (docs/spec/money.md §4): they say "surely not" only when that is known.
/// </summary>
public sealed class LedgerUnavailableCaseTests : IAsyncLifetime
{
    private static readonly LedgerException Unavailable = new("The database is unavailable.");
    private static readonly LedgerException NotWritten = new("The database refused the connection.") { NothingWritten = true };

    private readonly TemporaryDatabase _database = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    private UnavailableLedger Ledger => (UnavailableLedger)_shop.Ledger;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _shop = await ShopHost.StartAsync(_gateway, _database, more: UnavailableLedger.Wrap);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paid_order_whose_ledger_cannot_be_read_is_unavailable_and_never_not_charged(bool nothingWritten)
    {
        var (orderId, paymentKey) = await PaidAsync();
        Ledger.Find = () => throw (nothingWritten ? NotWritten : Unavailable);

        Assert.IsType<ConfirmOutcome.Unavailable>(await _shop.ConfirmAsync(orderId, paymentKey));

        Ledger.Find = null;
        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task An_order_whose_blocking_payment_cannot_be_read_is_unavailable_and_not_shown_as_open()
    {
        var purchase = PurchaseId.Parse("basket-1");
        var first = await _shop.OpenAsync(purchaseId: purchase);
        var declined = _gateway.AuthenticatePayment(new SandboxPaymentRequest(first.Value, 15_000) { ConfirmFailure = "REJECT_CARD_PAYMENT" });
        Assert.IsType<ConfirmOutcome.Declined>(await _shop.ConfirmAsync(first, declined));
        var second = await _shop.OpenAsync(purchaseId: purchase);
        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(second, _gateway.AuthenticatePayment(second.Value, 15_000)));
        var reads = 0;
        Ledger.Find = () =>
        {
            if (++reads == 2)
                throw Unavailable;
        };

        var other = _gateway.AuthenticatePayment(first.Value, 15_000);
        Assert.IsType<ConfirmOutcome.Unavailable>(await _shop.ConfirmAsync(first, other));

        Ledger.Find = null;
        Assert.Equal(second, Assert.IsType<ConfirmOutcome.NotOpen>(await _shop.ConfirmAsync(first, other)).Live.OrderId);
    }

    [Fact]
    public async Task A_confirm_whose_intent_was_surely_not_written_is_not_charged_and_works_later()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        Ledger.Commit = _ => throw NotWritten;

        Assert.IsType<ConfirmOutcome.NotCharged>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(0, Approvals());

        Ledger.Commit = null;
        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_refund_whose_ledger_surely_wrote_nothing_is_not_refunded_and_the_same_id_works_later()
    {
        var (orderId, paymentKey) = await PaidAsync();
        Ledger.Commit = _ => throw NotWritten;

        Assert.IsType<RefundOutcome.NotRefunded>(await RefundAsync(orderId, "r1"));
        Assert.Empty(Refunded(paymentKey));

        Ledger.Commit = null;
        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_is_done_is_unavailable_and_never_not_refunded_when_the_ledger_is_unavailable()
    {
        var (orderId, paymentKey) = await PaidAsync();
        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Ledger.Find = () => throw NotWritten;

        Assert.IsType<RefundOutcome.Unavailable>(await RefundAsync(orderId, "r1"));

        Ledger.Find = null;
        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_is_done_is_unavailable_and_never_not_refunded_when_its_row_cannot_be_read()
    {
        var (orderId, paymentKey) = await PaidAsync();
        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Ledger.ReadRefunds = () => throw Unavailable;

        Assert.IsType<RefundOutcome.Unavailable>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_whose_commit_is_not_acknowledged_but_written_is_made_once_and_done()
    {
        var (orderId, paymentKey) = await PaidAsync();
        var commits = 0;
        Ledger.Commit = async real =>
        {
            var result = await real();
            return ++commits == 1 ? throw Unavailable : result;
        };

        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_whose_commit_never_arrives_and_cannot_be_read_is_unavailable_and_nothing_is_sent()
    {
        var (orderId, paymentKey) = await PaidAsync();
        Ledger.Commit = _ => throw Unavailable;

        Assert.IsType<RefundOutcome.Unavailable>(await RefundAsync(orderId, "r1"));
        Assert.Empty(Refunded(paymentKey));

        Ledger.Commit = null;
        Assert.IsType<RefundOutcome.Done>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_was_made_and_whose_outcome_cannot_be_written_is_checking_and_never_not_refunded()
    {
        var (orderId, paymentKey) = await PaidAsync();
        var commits = 0;
        Ledger.Commit = real => ++commits == 1 ? real() : throw NotWritten;

        Assert.IsType<RefundOutcome.Checking>(await RefundAsync(orderId, "r1"));
        Assert.Equal([5_000], Refunded(paymentKey));
    }

    [Fact]
    public async Task A_reversal_that_is_in_the_ledger_is_checking_whatever_comes_after()
    {
        var (orderId, _) = await PaidAsync();
        var commits = 0;
        Ledger.Commit = real => ++commits == 1 ? real() : throw NotWritten;

        Assert.IsType<ReversalOutcome.Checking>(await ReverseAsync(orderId));
        Assert.Equal(AttemptState.Reversing, await _shop.StateAsync(orderId));
    }

    [Fact]
    public async Task A_reversal_whose_acknowledgment_is_lost_is_made_once()
    {
        var (orderId, paymentKey) = await PaidAsync();
        var commits = 0;
        Ledger.Commit = async real =>
        {
            var result = await real();
            return ++commits == 1 ? throw Unavailable : result;
        };

        Assert.IsType<ReversalOutcome.Reversed>(await ReverseAsync(orderId));
        Assert.Equal([15_000], Refunded(paymentKey));
    }

    [Theory]
    [InlineData(true, "wrote nothing")]
    [InlineData(false, "not known")]
    public async Task A_reversal_says_that_nothing_changed_only_when_that_is_known(bool nothingWritten, string says)
    {
        var (orderId, paymentKey) = await PaidAsync();
        Ledger.Commit = _ => throw (nothingWritten ? NotWritten : Unavailable);

        Assert.Contains(says, Assert.IsType<ReversalOutcome.Unavailable>(await ReverseAsync(orderId)).Reason.English, StringComparison.Ordinal);
        Assert.Empty(Refunded(paymentKey));
    }

    [Fact]
    public async Task An_operator_whose_reversal_meets_an_unavailable_ledger_does_not_get_a_contradiction_with_the_gateway()
    {
        var orderId = await _shop.OpenAsync();
        await _gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount) { Count = 1 });
        await _shop.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000));
        Ledger.Commit = _ => throw Unavailable;

        var failure = await Assert.ThrowsAsync<LedgerException>(() => _shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = ResolutionKind.Reverse, Actor = "clerk", Reason = "agreed" }));

        Assert.Contains("not known", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_durable_reversal_whose_ledger_cannot_be_read_is_not_reported_as_having_changed_nothing()
    {
        var (orderId, _) = await PaidAsync();
        Assert.IsType<ReversalOutcome.Reversed>(await ReverseAsync(orderId));
        Ledger.Find = () => throw NotWritten;

        var unavailable = Assert.IsType<ReversalOutcome.Unavailable>(await ReverseAsync(orderId));

        Assert.DoesNotContain("nothing changed", unavailable.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_whose_ledger_surely_wrote_nothing_is_not_charged_and_the_same_id_works_later()
    {
        Ledger.Commit = _ => throw NotWritten;
        Assert.IsType<ConfirmOutcome.NotCharged>(await ChargeAsync());

        Ledger.Commit = null;
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync());
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_charge_that_is_paid_is_unavailable_and_never_not_charged_when_the_ledger_is_unavailable()
    {
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync());
        Ledger.Find = () => throw Unavailable;
        Assert.IsType<ConfirmOutcome.Unavailable>(await ChargeAsync());

        Ledger.Find = null;
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync());
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task Two_shops_that_reverse_one_order_at_the_same_moment_send_one_cancel()
    {
        var (orderId, paymentKey) = await PaidAsync();
        await using var other = await ShopHost.StartAsync(_gateway, _database);

        await Task.WhenAll(ReverseAsync(orderId), other.Checkout.ReverseAsync(Reversal(orderId)), ReverseAsync(orderId), other.Checkout.ReverseAsync(Reversal(orderId)));
        await _shop.UntilAsync(orderId, AttemptState.Canceled);

        Assert.Equal(1, _gateway.ReadRequests().Count(request => request.Method == "POST" && request.Path.EndsWith("/cancel", StringComparison.Ordinal)));
        Assert.Equal([15_000], Refunded(paymentKey));
    }

    private static ReversalRequest Reversal(OrderId orderId) => new() { OrderId = orderId, Reason = "품절", Actor = "clerk", Wait = TimeSpan.FromMinutes(1) };

    private Task<ReversalOutcome> ReverseAsync(OrderId orderId) => _shop.Checkout.ReverseAsync(Reversal(orderId));

    private Task<RefundOutcome> RefundAsync(OrderId orderId, string refundId) => _shop.Refunds.RefundAsync(
        new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse(refundId), Reason = "환불", Amount = 5_000, Wait = TimeSpan.FromMinutes(1) });

    private Task<ConfirmOutcome> ChargeAsync() => _shop.Charges.ChargeAsync(new KeyInCharge
    {
        ChargeId = ChargeId.Parse("phone-order-1"),
        Amount = Money.Krw(15_000),
        OrderName = "전화 주문",
        CardNumber = "5365000000000000",
        CardExpirationYear = "30",
        CardExpirationMonth = "12",
        CustomerIdentityNumber = "900101",
        Wait = TimeSpan.FromMinutes(1),
    });

    private async Task<(OrderId OrderId, string PaymentKey)> AuthenticatedAsync()
    {
        var orderId = await _shop.OpenAsync();
        return (orderId, _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000)));
    }

    private async Task<(OrderId OrderId, string PaymentKey)> PaidAsync()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        return (orderId, paymentKey);
    }

    private int Approvals() => _gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    private IEnumerable<decimal> Refunded(string paymentKey) => _gateway.ReadPayments().Single(payment => payment.PaymentKey == paymentKey)
        .Executions.Where(execution => execution.Operation == "cancel").Select(execution => execution.Amount);

    /// <summary>A real ledger whose reads and writes can be made to fail.</summary>
    private sealed class UnavailableLedger(IOrderLedger ledger) : PassingLedger(ledger)
    {
        public Func<Func<ValueTask<LedgerCommitResult>>, ValueTask<LedgerCommitResult>>? Commit { get; set; }

        public Action? Find { get; set; }

        public Action? ReadRefunds { get; set; }

        public static void Wrap(PaymentSdkBuilder payments) => Around(payments, real => new UnavailableLedger(real));

        public override ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
        {
            Find?.Invoke();
            return base.FindAsync(merchant, orderId, cancellationToken);
        }

        public override ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
        {
            ReadRefunds?.Invoke();
            return base.ReadRefundsAsync(merchant, orderId, cancellationToken);
        }

        public override ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
            Commit is { } around ? around(() => base.CommitAsync(commit, cancellationToken)) : base.CommitAsync(commit, cancellationToken);
    }
}
