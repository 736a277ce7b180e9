using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Review;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The reasons for a refused refund, reversal or resolution, which the shop's staff reads in Korean or English.</summary>
public sealed class ReasonTests
{
    private static readonly LedgerException Unavailable = new("The database is unavailable.");
    private static readonly LedgerException NotWritten = new("The database refused the connection.") { NothingWritten = true };

    /// <summary>The cases, each under a part of its English text.</summary>
    private static readonly Dictionary<string, Func<Task<BuyerText?>>> Cases = new()
    {
        ["is still open"] = () => Refund(row => row.Paid() with { OpenRefund = RefundId.Parse("r1") }),
        ["The order is Canceled"] = () => Refund(row => row.Paid(0, 1) with { State = AttemptState.Canceled }),
        ["holds the payment key"] = () => Refund(row => row.Paid() with { PaymentKey = null }),
        ["Nothing was paid into the virtual account"] = () => Refund(row => row with { State = AttemptState.AwaitingDeposit }, request => request with { Amount = 5_000 }),
        ["is not known until"] = () => Refund(row => row),
        ["Nothing is left to refund"] = () => Refund(row => row.Paid(0, 1)),
        ["Only 15000 of the order can still be refunded"] = () => Refund(row => row.Paid(), request => request with { Amount = 16_000 }),
        ["KRW has 0 decimals"] = () => Refund(row => row.Paid(), request => request with { Amount = 0.5m }),
        ["The tax-free part"] = () => Refund(row => row.Paid(), request => request with { TaxFreeAmount = 16_000 }),
        ["set RefundAccount"] = () => Refund(row => row.Paid() with { DepositAccount = new DepositAccount { BankCode = "20", AccountNumber = "0000" } }),
        ["do not set RefundAccount"] = () => Refund(row => row.Paid(), request => request with { RefundAccount = new() { Bank = "20", AccountNumber = "0000", HolderName = "김" } }),

        ["Resolve the other payment first"] = () => Decide(ResolutionKind.RefundedByHand, row => row with { State = AttemptState.Expired, LateApprovalAt = Attempts.Opened }),
        ["it cannot become a sale. Reverse it"] = () => Decide(ResolutionKind.Approved, row => row with { IsDuplicate = true }),
        ["canceled in full"] = () => Decide(ResolutionKind.Approved, row => row.Paid(0, 1)),
        ["Another payment of the same purchase (order-2) is Paid"] = () => Decide(ResolutionKind.Approved, row => row, other: Attempts.Entry(AttemptState.Approved)),
        ["it must be refunded"] = () => Decide(ResolutionKind.NotCharged, row => row with { IsDuplicate = true }),
        ["does not show the payment (no answer)"] = () => Decide(ResolutionKind.Approved, row => row),
        ["does not show this amount as paid"] = () => Decide(ResolutionKind.Approved, row => row, Shows("EXPIRED")),
        ["took an amount other than 15000 KRW"] = () => Decide(ResolutionKind.Approved, row => row.Reversed(), Shows("DONE", 15_100)),
        ["shows that money was taken"] = () => Decide(ResolutionKind.NotCharged, row => row, Shows("DONE")),
        ["did not arrive"] = () => Decide(ResolutionKind.NotCharged, row => row, Shows("CANCELED") with { Payment = NotPaidOut }),
        ["a different amount as paid"] = () => Decide(ResolutionKind.AcceptAmount, row => row, Shows("EXPIRED")),
        ["does not show a different amount:"] = () => Decide(ResolutionKind.AcceptAmount, row => row, Shows("DONE")),
        ["now shows 15100 KRW, and not 15200 KRW"] = () => Decide(ResolutionKind.AcceptAmount, row => row, Shows("DONE", 15_100), amount: 15_200),
        ["being sent at this moment"] = () => Decide(
            ResolutionKind.RefundedByHand, row => row.Paid() with { OpenRefund = RefundId.Parse("r1"), LeaseUntil = Attempts.Opened.AddDays(9) }, refunds: TestObservations.Refund("r1", RefundProgress.Sent, 5_000)),
        ["this refund was made"] = () => Decide(
            ResolutionKind.RefundedByHand, row => row.Paid() with { OpenRefund = RefundId.Parse("r1") },
            Query(Entry(row => row.Paid()), "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000)), refunds: TestObservations.Refund("r1", RefundProgress.Sent, 5_000)),
        ["Only 15000 of the order is left"] = () => Decide(ResolutionKind.RefundedByHand, row => row.Paid(), amount: 16_000),
        ["has no refund r9"] = () => Decide(ResolutionKind.RefundedByHand, row => row.Paid(), refundId: "r9"),
        ["was refused and is closed"] = () => Decide(ResolutionKind.RefundedByHand, row => row.Paid(), refundId: "r1", refunds: TestObservations.Refund("r1", RefundProgress.Refused, 5_000)),
    };

    public static TheoryData<string> Parts => [.. Cases.Keys];

    private static Payment NotPaidOut => Attempts.Payment("CANCELED", balance: 0) with { VirtualAccount = new PaymentVirtualAccount { AccountNumber = "0000", RefundStatus = RefundStatus.From("FAILED") } };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Every_reason_of_the_rules_is_in_both_languages(string part) => InBoth(part, await Cases[part]());

    [Fact]
    public async Task The_reasons_of_a_call_that_the_ledger_or_another_call_prevents_are_in_both_languages()
    {
        await using var shop = await PaidShop.StartAsync(FaultyLedger.Wrap);
        var ledger = (FaultyLedger)shop.Shop.Ledger;
        var (orderId, _) = await shop.PayAsync();

        ledger.Commit = _ => throw NotWritten;
        InBoth("wrote nothing, and nothing was sent", Assert.IsType<RefundOutcome.NotRefunded>(await shop.CancelAsync(orderId, "r1", 5_000)).Reason);
        InBoth("wrote nothing, and nothing changed", Assert.IsType<ReversalOutcome.Unavailable>(await shop.ReverseAsync(orderId)).Reason);
        ledger.Commit = _ => throw Unavailable;
        InBoth("nothing was sent by this call", Assert.IsType<RefundOutcome.Unavailable>(await shop.CancelAsync(orderId, "r1", 5_000)).Reason);
        InBoth("whether the request was written is not known", Assert.IsType<ReversalOutcome.Unavailable>(await shop.ReverseAsync(orderId)).Reason);
        ledger.Commit = real => real();

        Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, "r1", 5_000));
        InBoth("requested with a different amount", Assert.IsType<RefundOutcome.NotRefundable>(await shop.CancelAsync(orderId, "r1", 6_000)).Reason);

        var entry = (await ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
        var leased = entry.Attempt with { LeaseUntil = entry.Now.AddHours(1), DueAt = entry.Now.AddHours(1), FencingToken = entry.Attempt.FencingToken + 1 };
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(AttemptMoves.Commit(entry, leased, new MoveReason("test", "test")), TestContext.Current.CancellationToken));
        var refund = new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r2"), Reason = "환불", Amount = 1_000, Wait = TimeSpan.Zero };
        InBoth("is being checked with the payment API", Assert.IsType<RefundOutcome.NotRefunded>(await shop.Refunds.RefundAsync(refund, TestContext.Current.CancellationToken)).Reason);
    }

    [Fact]
    public async Task The_reasons_of_a_resolution_that_changes_nothing_are_in_both_languages()
    {
        await using var shop = await PaidShop.StartAsync(FaultyLedger.Wrap);
        var (paid, _) = await shop.PayAsync();
        await shop.BringToOperatorAsync(paid);
        ((FaultyLedger)shop.Shop.Ledger).Commit = _ => throw NotWritten;
        InBoth("did not resolve the order", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(paid, ResolutionKind.Approved)).Reason);
        ((FaultyLedger)shop.Shop.Ledger).Commit = real => real();

        var (deposited, paymentKey) = await shop.PayAsync("VIRTUAL_ACCOUNT");
        shop.Gateway.Deposit(paymentKey);
        shop.Time.Advance(TimeSpan.FromMinutes(61));
        await shop.Shop.UntilAsync(deposited, AttemptState.Approved);
        await shop.BringToOperatorAsync(deposited);
        InBoth("does not let it be canceled", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(deposited, ResolutionKind.Reverse)).Reason);

        Task<ResolveOutcome> ResolveAsync(OrderId orderId, ResolutionKind kind) =>
            shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = kind, Actor = "clerk", Reason = "checked in the dashboard" });
    }

    [Fact]
    public void Amounts_and_statuses_have_korean_texts()
    {
        Assert.All(Enum.GetValues<PaymentOrderStatus>(), status => Assert.Matches("^[가-힣 ]+$", KoreanWords.Of(status)));
        Assert.Equal(("15,000원", "0.5원", "150.00 USD"), (KoreanWords.Of(Money.Krw(15_000)), KoreanWords.Of(0.5m, Currency.Krw), KoreanWords.Of(new Money(150, Currency.Usd))));
    }

    private static void InBoth(string part, BuyerText? reason)
    {
        Assert.NotNull(reason);
        Assert.Contains(part, reason.English, StringComparison.Ordinal);
        Assert.DoesNotMatch("[가-힣]", reason.English);
        Assert.Matches("[가-힣].*니다|[가-힣].*세요", reason.Korean);
        Assert.EndsWith(".", reason.Korean, StringComparison.Ordinal);
        // Evidence, ids and commands may contain English words, but no English sentence.
        Assert.DoesNotMatch("[A-Za-z]+ [a-z]+ [a-z]+", reason.Korean);
    }

    private static AttemptSnapshot Entry(Func<Attempt, Attempt> change, AttemptState state = AttemptState.NeedsAttention) => Attempts.Entry(state, TimeSpan.FromDays(1), change);

    private static Observation Shows(string status, decimal total = 15_000) =>
        Query(Entry(row => row.Reversed()), Attempts.Payment(status, total, status is "CANCELED" ? 0 : null));

    private static Task<BuyerText?> Refund(Func<Attempt, Attempt> change, Func<RefundRequest, RefundRequest>? ask = null)
    {
        var request = new RefundRequest { OrderId = OrderId.Parse("order-1"), RefundId = RefundId.Parse("r9"), Reason = "환불" };
        return Task.FromResult(RefundRules.Refuse(Entry(change, AttemptState.Approved), ask?.Invoke(request) ?? request));
    }

    private static async Task<BuyerText?> Decide(
        ResolutionKind kind, Func<Attempt, Attempt> change, Observation? seen = null, decimal? amount = null, string? refundId = null, AttemptSnapshot? other = null,
        params RefundRecord[] refunds)
    {
        var ledger = new Mock<IOrderLedger>();
        ledger.Setup(it => it.FindAsync("", Another, It.IsAny<CancellationToken>())).ReturnsAsync(other);
        ledger.Setup(it => it.ReadRefundsAsync("", It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ReturnsAsync(refunds);
        var runtime = new SystemRuntime(TimeProvider.System);
        var context = new CheckoutContext("", ledger.Object, Mock.Of<IPaymentClient>(), null!, runtime, new WorkSignal(runtime), NullLogger.Instance);
        var entry = Entry(change);
        var resolution = new ManualResolution
        {
            OrderId = entry.Attempt.OrderId,
            Resolution = kind,
            Actor = "clerk",
            Reason = "checked in the dashboard",
            Amount = amount,
            RefundId = refundId is null ? null : RefundId.Parse(refundId),
        };
        var decision = new ManualDecision(context, resolution, seen ?? new Observation { Fact = ObservedFact.Nothing, ByQuery = false }, entry.Now);
        Assert.Null(await decision.DecideAsync(other is null ? entry : entry.Beside()));
        return Assert.IsType<ResolveOutcome.Contradicted>(decision.Outcome).Reason;
    }
}
