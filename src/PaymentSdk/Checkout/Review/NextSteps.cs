using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Review;

/// <summary>The next step and the possible resolutions for each kind of order that needs attention.</summary>
internal static class NextSteps
{
    private static readonly BuyerText OtherAmount = new(
        "게이트웨이가 주문과 다른 금액을 승인했습니다. 상점 관리자에서 결제를 확인하고 ‘결제 취소(역처리)’(reverse) 또는 ‘그 금액으로 확정’(accept-amount)으로 처리하세요.",
        "The gateway approved an amount that differs from the order's. Check the payment in the provider's dashboard, then resolve it as reverse (refund) or accept-amount (keep that amount).");

    private static readonly BuyerText NotReversed = new(
        "취소가 처리되지 않습니다. 상점 관리자에서 직접 취소한 뒤 ‘결제 취소(역처리)’(reverse)를 다시 선택하거나, 구매자 계좌로 직접 환불한 뒤 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
        "The payment could not be canceled. Cancel it in the provider's dashboard or pay the buyer back, then reverse it again or resolve it as refunded-by-hand.");

    private static readonly BuyerText WaitsForOther = new(
        "같은 구매의 다른 결제 결과가 정해지기 전에 이 결제가 뒤늦게 승인되었습니다. 다른 결제를 먼저 처리하세요. 그러면 이 결제는 자동으로 확정되거나 이중 결제로 취소됩니다. 바로 환불하려면 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
        "This payment was approved late, while another payment of the same purchase is undecided. Resolve the other payment first; this one then becomes the sale, or is canceled as a duplicate payment, automatically. To refund it now, reverse it.");

    private static readonly BuyerText StillUnknown = new(
        "하루가 지나도록 결과를 확인하지 못했습니다. 상점 관리자에서 결제 키로 찾아보고, 승인되었으면 ‘결제됨’(approved), 아니면 ‘결제되지 않음’(not-charged)으로 처리하세요. 그때까지 구매자는 다시 결제할 수 없습니다.",
        "The outcome is still unknown after a day. Find the payment key in the provider's dashboard, and resolve the order as approved or not-charged. Until then the buyer cannot pay again.");

    private static readonly BuyerText NotPaidOut = new(
        "환불은 접수되었지만 구매자 계좌로 지급되지 않았습니다. 계좌를 확인해 직접 지급한 뒤 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
        "The refund was accepted, but the money did not reach the buyer's account. Pay it out by hand, then resolve it as refunded-by-hand.");

    private static readonly BuyerText RefundStandsStill = new(
        "환불 결과를 알 수 없습니다. 상점 관리자에서 환불되었는지 확인하세요. 상점 관리자에서 환불되면 자동으로 정리됩니다. 직접 환불했으면 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
        "The outcome of the refund is not known. Check it in the provider's dashboard. A refund made there is recorded automatically; if you refund it by hand, resolve it as refunded-by-hand.");

    /// <summary>Returns the next step for the operator.</summary>
    public static BuyerText For(Attempt attempt, RefundRecord? refund) => (attempt.State, refund?.State) switch
    {
        (_, RefundProgress.PayoutFailed) => NotPaidOut,
        (_, not null) => RefundStandsStill,
        (AttemptState.Mismatch, _) => OtherAmount,
        _ when AttemptStates.WaitsForOther(attempt) => WaitsForOther,
        _ when AttemptStates.GoesBack(attempt) => NotReversed,
        _ when DifferentAmount(attempt) is not null => OtherAmount,
        _ => StillUnknown,
    };

    /// <summary>
    /// Returns the amount that the gateway took instead of the order's; null when the row does not show that amount, or a part was canceled.
    /// </summary>
    public static Money? TakenAmount(Attempt attempt) =>
        attempt is { State: AttemptState.Mismatch or AttemptState.NeedsAttention, Balance: > 0 and var balance, CancelCount: 0 } ? Money.Rounded(balance, AttemptStates.BalanceCurrency(attempt)) : null;

    /// <summary>Returns the taken amount if it differs from the order's; otherwise null.</summary>
    public static Money? DifferentAmount(Attempt attempt) =>
        TakenAmount(attempt) is { } taken && taken != attempt.Amount ? taken : null;

    /// <summary>Returns the resolutions that <see cref="ManualDecision"/> may accept for a row, the most likely one first.</summary>
    public static IReadOnlyList<ResolutionKind> Resolutions(AttemptSnapshot entry, RefundRecord? refund)
    {
        var attempt = entry.Attempt;
        if (refund is not null)
            return [ResolutionKind.RefundedByHand];
        if (AttemptStates.WaitsForOther(attempt))
            return [ResolutionKind.Reverse];
        // A deposit is refunded to a bank account that is not stored, so an operator must transfer it.
        ResolutionKind[] back = attempt is { DepositAccount: not null, ApprovedAt: not null }
            ? [ResolutionKind.RefundedByHand, ResolutionKind.Reverse]
            : [ResolutionKind.Reverse, ResolutionKind.RefundedByHand];
        if (attempt.IsDuplicate)
            return back;
        if (attempt is { Balance: <= 0, CancelCount: > 0 } || (entry.Purchase.LiveAttempt is { } live && live != attempt.OrderId))
            return [.. back, ResolutionKind.NotCharged];
        return attempt switch
        {
            { State: AttemptState.Mismatch } => [ResolutionKind.AcceptAmount, .. back, ResolutionKind.Approved, ResolutionKind.NotCharged],
            _ when DifferentAmount(attempt) is not null => AttemptStates.GoesBack(attempt)
                ? [.. back, ResolutionKind.AcceptAmount, ResolutionKind.NotCharged]
                : [ResolutionKind.AcceptAmount, .. back, ResolutionKind.NotCharged],
            _ when AttemptStates.GoesBack(attempt) => [.. back, ResolutionKind.Approved, ResolutionKind.NotCharged],
            { Balance: > 0 } => [ResolutionKind.Approved, .. back, ResolutionKind.NotCharged],
            // If a query had shown a payment, the row would no longer need an operator.
            _ => [ResolutionKind.NotCharged, ResolutionKind.Approved, .. back],
        };
    }
}
