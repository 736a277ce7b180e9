using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Review;

/// <summary>Applies an operator's decision to a row, after comparing it with what the gateway shows.</summary>
internal sealed partial class ManualDecision(CheckoutContext context, ManualResolution resolution, Observation asked, DateTimeOffset begun)
{
    private const string Cause = "resolved";

    /// <summary>The outcome when nothing is written; null otherwise.</summary>
    public ResolveOutcome? Outcome { get; private set; }

    /// <summary>Whether to record the gateway's answer instead of the decision. This is the case when the answer confirms the decision.</summary>
    public bool AppliesObservation { get; private set; }

    public async ValueTask<LedgerCommit?> DecideAsync(AttemptSnapshot entry)
    {
        (Outcome, AppliesObservation) = (null, false);
        var (seen, kept) = MonotoneObservations.Admit(entry.Attempt, asked, begun);
        var refunds = await context.ReadRefundsAsync(entry.Attempt.OrderId).ConfigureAwait(false);
        if (resolution.Resolution == ResolutionKind.RefundedByHand)
            return ByHand(entry, seen, refunds);
        if (!AttemptStates.IsAtOperator(entry.Attempt.State))
            return Refuse(Unneeded(entry));
        if (await ContradictionAsync(entry, seen).ConfigureAwait(false) is { } why)
            return Contradict(entry, why);
        // The gateway confirms the decision, so its answer is recorded as in recovery, unless the decision withdraws a fact of the row.
        if (resolution is { Resolution: ResolutionKind.Approved, WithoutQuery: false } && entry.Attempt is { ReversalRequestedAt: null, OpenRefund: null })
        {
            AppliesObservation = true;
            return null;
        }

        return Write(entry, ObservedValues.Learn(kept, seen, entry.Now, entry.Purchase.TestMode), seen, refunds.FirstOrDefault(refund => refund.RefundId == entry.Attempt.OpenRefund));
    }

    /// <summary>
    /// Returns the outcome for a row that needs no operator. For a late approval that waits for another payment, the outcome names the step that
    /// comes first.
    /// </summary>
    private static ResolveOutcome Unneeded(AttemptSnapshot entry) => AttemptStates.WaitsForOther(entry.Attempt)
        ? new ResolveOutcome.Contradicted(OrderProjection.Show(entry), NextSteps.For(entry.Attempt, null))
        : new ResolveOutcome.NotNeeded(OrderProjection.Show(entry));

    private LedgerCommit? Refuse(ResolveOutcome outcome)
    {
        Outcome = outcome;
        return null;
    }

    private LedgerCommit? Contradict(AttemptSnapshot entry, BuyerText reason) =>
        Refuse(new ResolveOutcome.Contradicted(OrderProjection.Show(entry), reason));

    /// <summary>Returns how the row or the gateway's answer contradicts the decision; null when nothing does.</summary>
    private async Task<BuyerText?> ContradictionAsync(AttemptSnapshot entry, Observation seen)
    {
        var attempt = entry.Attempt;
        var makesSale = resolution.Resolution is ResolutionKind.Approved or ResolutionKind.AcceptAmount;
        if (makesSale && attempt.IsDuplicate)
            return new(
                "이미 결제된 주문의 이중 결제여서 결제 완료로 처리할 수 없습니다. ‘결제 취소(역처리)’(reverse) 또는 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
                "This is a second payment of an order that is paid: it cannot become a sale. Reverse it, or resolve it as refunded-by-hand.");
        if (makesSale && attempt is { Balance: <= 0, CancelCount: > 0 })
            return new(
                "게이트웨이에서 전액 취소된 것으로 확인된 결제여서 결제 완료로 처리할 수 없습니다. 구매자가 돈을 받지 못했으면 직접 환불한 뒤 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
                "The gateway has shown this payment as canceled in full: it cannot become a sale. If the money did not reach the buyer, pay it back and resolve it as refunded-by-hand.");
        if (makesSale && entry.Purchase.LiveAttempt is { } live && live != attempt.OrderId)
        {
            var other = await context.FindAsync(live).ConfigureAwait(false);
            if (other is not null && AttemptStates.AsOther(other.Attempt) != OtherAttempt.None)
                return new(
                    $"같은 구매에 다른 결제(결제 주문번호 {live}, {KoreanWords.Of(AttemptStates.Outside(other.Attempt))})가 있습니다. 구매마다 한 번만 결제 완료로 처리할 수 있습니다. 그 결제를 먼저 처리하거나 이 결제를 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                    $"Another payment of the same purchase ({live}) is {AttemptStates.Outside(other.Attempt)}: a purchase is sold once. Resolve that one first, or reverse this one.");
        }

        if (resolution.Resolution == ResolutionKind.NotCharged && attempt.IsDuplicate)
            return new(
                "이미 결제된 주문의 이중 결제여서 결제된 금액을 구매자에게 환불해야 합니다. ‘결제 취소(역처리)’(reverse) 또는 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
                "This is a second payment of an order that is paid: it must be refunded. Reverse it, or resolve it as refunded-by-hand.");
        if (resolution.WithoutQuery)
        {
            if (resolution.Resolution == ResolutionKind.AcceptAmount && resolution.Currency is { } given && attempt.BalanceCurrency is { } known && given != known)
                return OtherCurrency(known, given);
            return resolution.Resolution == ResolutionKind.Approved && NextSteps.DifferentAmount(attempt) is { } taken
                ? new(
                    $"게이트웨이가 주문 금액({KoreanWords.Of(attempt.Amount)})이 아니라 다른 금액({KoreanWords.Of(taken)})을 승인했습니다. ‘그 금액으로 확정’(accept-amount) 또는 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                    $"The gateway took {taken}, and not {attempt.Amount}. Resolve it as accept-amount or reverse.")
                : null;
        }

        var shown = asked.Evidence ?? "no answer";
        var evidence = $"(근거: {asked.Evidence ?? "응답 없음"})";
        if (seen.Fact == ObservedFact.Nothing)
            return new(
                $"게이트웨이를 조회하지 못했거나 응답에서 결제를 확인할 수 없습니다{evidence}. 다시 시도하거나 ‘게이트웨이 조회 생략’(without-query)을 선택해 처리하세요.",
                $"The gateway could not be queried, or its answer does not show the payment ({shown}). Try again, or resolve the order without a query.");
        var isPaid = seen.Fact is ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.AwaitingDeposit;
        return resolution.Resolution switch
        {
            ResolutionKind.Approved when !isPaid => new(
                $"게이트웨이에서 이 금액의 결제를 확인할 수 없습니다{evidence}.",
                $"The gateway does not show this amount as paid: {shown}."),
            ResolutionKind.Approved when ShowsOtherAmount(attempt, seen) => new(
                $"게이트웨이가 주문 금액({KoreanWords.Of(attempt.Amount)})과 다른 금액을 승인했습니다{evidence}. ‘그 금액으로 확정’(accept-amount) 또는 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                $"The gateway took an amount other than {attempt.Amount}: {shown}. Resolve it as accept-amount or reverse."),
            ResolutionKind.NotCharged when isPaid || seen.Fact == ObservedFact.Mismatch => new(
                $"게이트웨이에서 결제된 것으로 확인됩니다{evidence}. ‘결제됨’(approved), ‘그 금액으로 확정’(accept-amount) 또는 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                $"The gateway shows that money was taken: {shown}. Resolve it as approved, accept-amount or reverse."),
            ResolutionKind.NotCharged when AccountPayout.HasFailed(seen.Payment) => new(
                $"구매자 계좌로 보낸 환불이 지급되지 않았습니다{evidence}. 구매자에게 직접 지급한 뒤 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
                $"A refund to the buyer's account did not arrive: {shown}. Pay it back, and resolve it as refunded-by-hand."),
            ResolutionKind.AcceptAmount when !isPaid && seen.Fact != ObservedFact.Mismatch => new(
                $"게이트웨이에서 다른 금액의 결제를 확인할 수 없습니다{evidence}.",
                $"The gateway does not show a different amount as paid: {shown}."),
            ResolutionKind.AcceptAmount when !ShowsOtherAmount(attempt, seen) => new(
                $"게이트웨이의 결제 금액이 주문 금액과 다르지 않습니다{evidence}.",
                $"The gateway does not show a different amount: {shown}."),
            ResolutionKind.AcceptAmount when Shown(seen) is null => new(
                $"게이트웨이가 알려 준 금액({seen.Payment?.TotalAmount} {seen.Payment?.Currency})은 그 통화의 금액이 될 수 없습니다{evidence}. 상점 관리자에서 확인하고 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                $"The gateway shows {seen.Payment?.TotalAmount} {seen.Payment?.Currency}, which is not an amount of that currency: {shown}. Check it in the provider's dashboard, and reverse it."),
            ResolutionKind.AcceptAmount when Shown(seen) is { } now && ReadByOperator(attempt, now) is { } read && now != read => new(
                $"지금 게이트웨이의 금액({KoreanWords.Of(now)})이 확인한 금액({KoreanWords.Of(read)})과 다릅니다{evidence}. 상점 관리자에서 금액을 확인하고, 그 금액으로 ‘그 금액으로 확정’(accept-amount)을 다시 선택하세요.",
                $"The gateway now shows {now}, and not {read}: {shown}. Compare it with the provider's dashboard, and accept it again with the amount that is shown there."),
            _ => null,
        };
    }

    private static BuyerText OtherCurrency(Currency known, Currency given) => new(
        $"이 결제의 통화는 {known}입니다. 다른 통화({given})의 금액은 기록할 수 없습니다.",
        $"The currency of this payment is {known}: an amount in {given} cannot be recorded.");

    /// <summary>
    /// Returns the amount that the operator accepts: the given amount, otherwise the amount that is listed for a mismatch; null when neither is
    /// known.
    /// </summary>
    private Money? ReadByOperator(Attempt attempt, Money now) =>
        Given(attempt, now.Currency) ?? NextSteps.TakenAmount(attempt);

    // The amount of a row that is being reversed is not compared when an answer is read, so it is compared here.
    private static bool ShowsOtherAmount(Attempt attempt, Observation seen) =>
        seen.Fact == ObservedFact.Mismatch || (seen.Payment is { } payment && seen.Fact >= ObservedFact.Approved && !Observations.IsAmount(payment, attempt.Amount));

    private LedgerCommit Write(AttemptSnapshot entry, Attempt learned, Observation seen, RefundRecord? open)
    {
        learned = learned with { LeaseUntil = null, DueAt = null, RecheckCount = 0, FencingToken = entry.Attempt.FencingToken + 1 };
        // A refund that may have been sent stays open until the gateway shows its outcome. One that was surely not sent is withdrawn if it is the
        // cancel of a reversal, or if the operator decided that nothing was charged.
        var withdrawn = open is { State: RefundProgress.Requested } && (RefundStates.IsOurs(open) || resolution.Resolution == ResolutionKind.NotCharged)
            ? open with { State = RefundProgress.Refused, ChangedAt = entry.Now }
            : null;
        if (withdrawn is not null)
            learned = learned with { OpenRefund = null };
        // The operator decided that the money stays with the shop, so the reversal request is withdrawn.
        var stays = learned with { ReversalRequestedAt = null, ReversalReason = null, ReversalActor = null, LateApprovalAt = null, ApprovedAt = learned.ApprovedAt ?? entry.Now };
        OrderEventType? paid = entry.Purchase.PaidTold ? null : OrderEventType.Paid;
        var (next, happened) = resolution.Resolution switch
        {
            ResolutionKind.NotCharged => (learned with { State = AttemptState.Expired, DueAt = learned.FirstSentAt is null ? null : Schedule.FirstRecheck(entry.Now) }, Told(entry, OrderEventType.Expired)),
            // Nothing has been deposited yet, so the account can accept the other amount.
            ResolutionKind.AcceptAmount when seen.Payment is { } account && Observations.IsAwaitingDeposit(account) => (
                stays with { State = AttemptState.AwaitingDeposit, Amount = Shown(seen) ?? entry.Attempt.Amount, ApprovedAt = null, DueAt = entry.Now }, OrderEventType.AwaitingDeposit),
            ResolutionKind.AcceptAmount => (stays with { State = AttemptState.Approved, Amount = Shown(seen) ?? Given(entry.Attempt, entry.Attempt.Amount.Currency) ?? LastSeen(entry.Attempt), DueAt = AfterSale(seen, entry) }, paid),
            _ when seen.Fact == ObservedFact.AwaitingDeposit => (stays with { State = AttemptState.AwaitingDeposit, ApprovedAt = null, DueAt = entry.Now }, OrderEventType.AwaitingDeposit),
            // The shop already received the paid event, and no query shows anything newer than the stored balance, which shows that a part was
            // refunded.
            _ when seen.Payment is null && entry.Purchase.PaidTold && stays.Balance < stays.Amount.Value => (stays with { State = AttemptState.PartlyCanceled, DueAt = entry.Now }, paid),
            _ => (stays with { State = AttemptState.Approved, DueAt = AfterSale(seen, entry) }, paid),
        };
        if (next.OpenRefund is not null)
            next = next with { DueAt = entry.Now };
        return AttemptMoves.Commit(
            entry, next, new MoveReason(Cause, resolution.Actor, resolution.Reason), happened is { } told ? [told] : [], withdrawn,
            lines: MoneyMovements.Of(entry with { Attempt = next }, seen.Payment, next.State == AttemptState.Approved ? ObservedFact.Approved : seen.Fact));
    }

    /// <summary>
    /// Returns the time at which the row is due after it has become a sale. It is due at once when a part may have been refunded already, so that the
    /// next query reports that to the shop.
    /// </summary>
    private DateTimeOffset? AfterSale(Observation seen, AttemptSnapshot entry) =>
        resolution.WithoutQuery || (seen.Payment is { BalanceAmount: { } left, TotalAmount: var total } && left < total) ? entry.Now : null;

    /// <summary>Returns the event; null when another attempt blocks the purchase, in which case the shop receives no event.</summary>
    private static OrderEventType? Told(AttemptSnapshot entry, OrderEventType happened) =>
        entry.Purchase.LiveAttempt is { } live && live != entry.Attempt.OrderId ? null : happened;

    /// <summary>Returns the amount that the query shows; null without a query, and for a value that cannot be the amount of an order.</summary>
    private static Money? Shown(Observation seen) =>
        seen.Payment is { TotalAmount: var amount, Currency: var currency } && currency.IsCode
            && decimal.Round(amount, currency.Decimals) == amount ? Money.Rounded(amount, currency) : null;

    /// <summary>
    /// Returns the amount that the operator gave; null when there is none. Its currency is the one that the operator gave, otherwise the one that the
    /// gateway took, otherwise <paramref name="otherwise"/>.
    /// </summary>
    private Money? Given(Attempt attempt, Currency otherwise) =>
        resolution.Amount is { } amount ? Money.Rounded(amount, resolution.Currency ?? attempt.BalanceCurrency ?? otherwise) : null;

    /// <summary>
    /// Returns the amount to accept without a query: the balance that the gateway showed last, or the order's amount if there is no balance or a part
    /// was canceled.
    /// </summary>
    private static Money LastSeen(Attempt attempt) =>
        attempt is { Balance: { } balance, CancelCount: 0 } ? Money.Rounded(balance, AttemptStates.BalanceCurrency(attempt)) : attempt.Amount;
}
