using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Review;

/// <summary>The next step and the possible resolutions for each reason for attention.</summary>
internal static class NextSteps
{
    private static readonly BuyerText OtherAmount = new(
        "게이트웨이가 주문과 다른 금액을 승인했습니다. 상점 관리자에서 결제를 확인하고 reverse(역처리) 또는 accept-amount(그 금액으로 확정)로 처리하세요.",
        "The gateway approved another amount than the order's. Look at the payment in the provider's dashboard, then resolve it as reverse (refund) or accept-amount (keep that amount).");

    private static readonly BuyerText NotReversed = new(
        "취소가 되지 않습니다. 상점 관리자에서 직접 취소하거나 계좌로 환불한 뒤, reverse를 다시 하거나 refunded-by-hand로 처리하세요.",
        "It cannot be cancelled. Cancel it in the provider's dashboard or pay the buyer back, then reverse it again or resolve it as refunded-by-hand.");

    private static readonly BuyerText WaitsForOther = new(
        "같은 구매의 다른 결제가 아직 정해지지 않은 동안 뒤늦게 승인되었습니다. 다른 결제를 먼저 처리하세요. 그러면 이 결제는 저절로 판매가 되거나 중복 결제로 취소됩니다. 바로 돌려주려면 reverse로 처리하세요.",
        "It was approved late, while another payment of the same purchase is undecided. Resolve the other one first: then this one becomes the sale, or is cancelled as a second payment, by itself. Reverse it to give the money back now.");

    private static readonly BuyerText StillUnknown = new(
        "하루가 지나도 결과를 알 수 없습니다. 상점 관리자에서 결제 키로 찾아보고, 승인되었으면 approved, 아니면 not-charged로 처리하세요. 그때까지 다시 결제할 수 없습니다.",
        "Its outcome is not known after a day. Find the payment key in the provider's dashboard: approved if it was approved, not-charged if not. Until then the buyer cannot pay again.");

    private static readonly BuyerText NotPaidOut = new(
        "환불은 접수됐지만 구매자 계좌로 지급되지 않았습니다. 계좌를 확인해 직접 지급한 뒤 refunded-by-hand로 처리하세요.",
        "The refund was accepted, but the money did not reach the buyer's account. Pay it out by hand, then resolve it as refunded-by-hand.");

    private static readonly BuyerText RefundStandsStill = new(
        "환불 결과를 알 수 없습니다. 상점 관리자에서 환불되었는지 확인하세요. 환불되면 저절로 정리되고, 직접 환불했으면 refunded-by-hand로 처리하세요.",
        "What became of the refund is not known. Look in the provider's dashboard: once it is refunded there it settles by itself; if you refund it by hand, resolve it as refunded-by-hand.");

    /// <summary>Returns the next step for the operator.</summary>
    public static BuyerText For(Attempt attempt, RefundRecord? refund) => (attempt.State, refund?.State) switch
    {
        (_, RefundProgress.PayoutFailed) => NotPaidOut,
        (_, not null) => RefundStandsStill,
        (AttemptState.Mismatch, _) => OtherAmount,
        _ when AttemptStates.WaitsForOther(attempt) => WaitsForOther,
        _ when AttemptStates.GoesBack(attempt) => NotReversed,
        _ => StillUnknown,
    };

    /// <summary>
    /// Returns the amount that the gateway took instead of the order's; null when the row does not show it, or a part was cancelled.
    /// </summary>
    public static decimal? TakenAmount(Attempt attempt) =>
        attempt is { State: AttemptState.Mismatch, Balance: > 0 and var balance, CancelCount: 0 } ? balance : null;

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
            _ when AttemptStates.GoesBack(attempt) => [.. back, ResolutionKind.Approved, ResolutionKind.NotCharged],
            { Balance: > 0 } => [ResolutionKind.Approved, .. back, ResolutionKind.NotCharged],
            // If a query had shown a payment, the row would no longer need an operator.
            _ => [ResolutionKind.NotCharged, ResolutionKind.Approved, .. back],
        };
    }
}
