using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Review;

/// <summary>The decision that money was refunded by hand.</summary>
internal sealed partial class ManualDecision
{
    /// <summary>
    /// Records money that was refunded outside the gateway, either for a refund that could not proceed or for the rest of a payment that cannot be
    /// canceled. That amount is never canceled at the gateway, even if the gateway still shows it.
    /// </summary>
    private LedgerCommit? ByHand(AttemptSnapshot entry, Observation seen, IReadOnlyList<RefundRecord> refunds)
    {
        var attempt = entry.Attempt;
        var meant = refunds;
        if (resolution.RefundId is { } named)
        {
            meant = [.. refunds.Where(refund => refund.RefundId == named)];
            if (Settled(entry, named, meant) is { } settled)
                return Refuse(settled);
        }

        var failed = meant.LastOrDefault(refund => refund.State is RefundProgress.PayoutFailed or RefundProgress.Pending && RefundStates.NeedsOperator(refund));
        // A pending refund has already left the gateway's balance, so an operator does not pay it.
        var stillOpen = refunds.FirstOrDefault(refund => refund.RefundId == attempt.OpenRefund && refund.State != RefundProgress.Pending);
        var open = resolution.RefundId is null || resolution.RefundId == stillOpen?.RefundId ? stillOpen : null;
        var atOperator = AttemptStates.IsAtOperator(attempt.State);
        var isWhole = atOperator && resolution.RefundId is null;
        if (failed is null && open is null && !isWhole)
            return Refuse(Unneeded(entry));
        if (open is not null && attempt.LeaseUntil > entry.Now)
            return Contradict(entry, new(
                $"지금 게이트웨이로 보내는 중인 환불({open.RefundId})이 있습니다. 직접 환불하지 말고 2분 뒤에 다시 확인하세요.",
                $"The refund {open.RefundId} is being sent at this moment. Wait two minutes and check it again before you pay anything by hand."));
        if (open is not null && RefundReading.After(open, seen, refunds, begun, entry.Now).State == RefundProgress.Done)
            return Contradict(entry, new(
                $"게이트웨이에서 이 환불이 완료된 것으로 확인됩니다(근거: {asked.Evidence}). 더는 직접 환불하지 마세요.",
                $"The gateway shows that this refund was made: {asked.Evidence}. Do not refund anything more by hand."));
        var currency = attempt.BalanceCurrency ?? seen.Payment?.Currency ?? attempt.Amount.Currency;
        if (resolution.Currency is { } given && given != currency)
            return Contradict(entry, OtherCurrency(currency, given));
        var left = (attempt.Balance ?? seen.Payment?.BalanceAmount ?? attempt.Amount.Value) - attempt.RefundedByHand;
        // A failed payout has already left the gateway's balance. Any other refund is still part of it.
        var unpaid = failed?.Amount ?? 0;
        var amount = resolution.Amount ?? (isWhole ? left + unpaid : failed is null ? open!.Amount ?? left : unpaid);
        var paysFailed = failed is not null && (!isWhole || amount == unpaid || amount > left);
        var fromBalance = paysFailed ? decimal.Max(amount - unpaid, 0) : amount;
        if (fromBalance > decimal.Max(left, 0))
            return Contradict(entry, new(
                $"직접 환불했다고 입력한 금액({KoreanWords.Of(amount, AttemptStates.BalanceCurrency(attempt))})이 주문의 남은 금액({KoreanWords.Of(left + unpaid, AttemptStates.BalanceCurrency(attempt))})보다 큽니다.",
                FormattableString.Invariant($"Only {left + unpaid} of the order is left, not {amount}.")));
        var paid = paysFailed ? failed : open is not null && (!isWhole || RefundStates.IsOurs(open) || amount >= (open.Amount ?? left)) ? open : null;
        // A reversal goes on with the rest. Any other refund is recorded as made only if all of it was paid.
        if (paid is not null && (paid.Amount ?? left) is var whole && amount < whole && (paid == failed || !RefundStates.IsOurs(paid)))
            return Contradict(entry, new(
                $"이 환불({paid.RefundId})의 금액은 {KoreanWords.Of(whole, currency)}인데 {KoreanWords.Of(amount, currency)}만 지급한 것으로 입력했습니다. 나머지도 지급한 뒤 금액을 비우고 이 환불 id로 다시 처리하세요.",
                FormattableString.Invariant($"The refund {paid.RefundId} is {whole} {currency}, and only {amount} was paid. Pay the rest of it too, and resolve it by its refund id, without an amount.")));
        // What is left must still cover a cancel that may be sent again. Otherwise the buyer would be paid back twice.
        if (stillOpen is not null && stillOpen != paid && fromBalance > 0 && left - fromBalance < (stillOpen.Amount ?? left))
            return Contradict(entry, new(
                $"환불({stillOpen.RefundId})이 아직 진행 중이며 다시 전송될 수 있습니다. 이 환불을 모두 직접 지급한 뒤 그 환불 id로 처리하세요.",
                $"The refund {stillOpen.RefundId} is still open and may be sent again. Pay all of it by hand, and resolve it by its refund id."));
        var isGone = left - fromBalance <= 0;
        // Nothing is left at the gateway, and no refund in the ledger failed. A cancel from the dashboard did not reach the buyer's account, and
        // this decision records that the operator has paid it.
        if (isWhole && left <= 0 && failed is null && open is null && AccountPayout.HasFailed(seen.Payment))
            fromBalance = resolution.Amount ?? attempt.Amount.Value;
        return Record(entry, paid, amount, fromBalance, isOver: atOperator && isGone);
    }

    private LedgerCommit Record(AttemptSnapshot entry, RefundRecord? paid, decimal amount, decimal fromBalance, bool isOver)
    {
        var attempt = entry.Attempt;
        var next = attempt with
        {
            OpenRefund = paid?.RefundId == attempt.OpenRefund ? null : attempt.OpenRefund,
            RefundedByHand = attempt.RefundedByHand + fromBalance,
            State = isOver ? AttemptState.Canceled : attempt.State,
            LateApprovalAt = isOver ? null : attempt.LateApprovalAt,
            FencingToken = attempt.FencingToken + 1,
            LeaseUntil = null,
        };
        next = next with { DueAt = AfterHand(next, entry.Now) };
        var isTold = next.State == AttemptState.Canceled && attempt.State != AttemptState.Canceled && !attempt.IsDuplicate && entry.Purchase.LiveAttempt == attempt.OrderId;
        // The cancel of a reversal is recorded with what was paid of it; the reversal goes on with the rest.
        var done = paid is null ? null : paid with { State = RefundProgress.Done, Amount = paid.Amount is null ? null : decimal.Min(paid.Amount.Value, amount), ChangedAt = entry.Now };
        return AttemptMoves.Commit(entry, next, new MoveReason(Cause, resolution.Actor, resolution.Reason), isTold ? [OrderEventType.Canceled] : [], done);
    }

    /// <summary>Returns the outcome when the named refund needs no decision; null when it does.</summary>
    private static ResolveOutcome? Settled(AttemptSnapshot entry, RefundId named, IReadOnlyList<RefundRecord> meant) => meant switch
    {
        [] => new ResolveOutcome.Contradicted(OrderProjection.Show(entry), new(
            $"이 주문에 해당하는 환불({named})이 없습니다. 확인이 필요한 주문의 목록에서 환불 id를 확인하세요.",
            $"The order has no refund {named}. Take the id from the list of orders that need an operator.")),
        [{ State: RefundProgress.Done }] => new ResolveOutcome.NotNeeded(OrderProjection.Show(entry)),
        [{ State: RefundProgress.Refused }] => new ResolveOutcome.Contradicted(OrderProjection.Show(entry), new(
            $"거절되어 끝난 환불({named})입니다. 새 환불 id로 다시 환불하세요.",
            $"The refund {named} was refused and is closed. Refund the order again under another id.")),
        _ => null,
    };

    private static DateTimeOffset? AfterHand(Attempt next, DateTimeOffset now) => next switch
    {
        _ when AttemptStates.IsAtOperator(next.State) => now + Schedule.Attention,
        { OpenRefund: not null } => now + Schedule.PendingRefund,
        // The order is over, unless a part of the amount is on its way to the buyer's account.
        { State: AttemptState.Canceled, DepositAccount: null } => null,
        // The next query cancels what a reversal has left, and reports an order of which nothing is left.
        _ => now,
    };
}
