namespace PaymentSdk;

/// <summary>An order or refund that an operator must check, with its evidence and the next step.</summary>
public sealed record AttentionItem
{
    /// <summary>The order as its page shows it.</summary>
    public required PaymentOrder Order { get; init; }

    /// <summary>
    /// The state of the attempt: <see cref="AttemptState.NeedsAttention"/>, <see cref="AttemptState.Mismatch"/>, or another one when the item is
    /// about a refund or a late approval.
    /// </summary>
    public required AttemptState State { get; init; }

    /// <summary>The payment key, by which the payment is found in the provider's dashboard; null when none is known.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>
    /// The amount that the gateway took, in the currency that it took, when it differs from the order's amount.
    /// <see cref="ResolutionKind.AcceptAmount"/> accepts it. Null when the two are equal, when no money is known to have been taken, or after a
    /// cancel.
    /// </summary>
    public Money? TakenAmount { get; init; }

    /// <summary>The time since which the item needs an operator, in database time.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether this is a second payment of a paid purchase. It cannot become a sale and must be refunded.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>
    /// When the reversal was requested; null when it was not. Resolving the order as approved or accept-amount withdraws the request.
    /// </summary>
    public DateTimeOffset? ReversalRequestedAt { get; init; }

    /// <summary>
    /// When the gateway was first seen to show this closed attempt as paid, while another payment of the purchase is undecided; null
    /// otherwise. The attempt is resolved automatically when the other payment is resolved.
    /// </summary>
    public DateTimeOffset? LateApprovalAt { get; init; }

    /// <summary>The refund that needs an operator; null when the item is about the payment itself.</summary>
    public RefundResult? Refund { get; init; }

    /// <summary>The moves of the order, oldest first, with the evidence for each.</summary>
    public required IReadOnlyList<EvidenceEntry> Evidence { get; init; }

    /// <summary>The next step for the operator, in Korean and English.</summary>
    public required BuyerText NextStep { get; init; }

    /// <summary>
    /// The resolutions to offer, the most likely one first. Resolutions that would always be refused for this order are left out. The gateway's
    /// answer may still contradict the ones listed.
    /// </summary>
    public IReadOnlyList<ResolutionKind> Resolutions { get; init; } = [];
}
