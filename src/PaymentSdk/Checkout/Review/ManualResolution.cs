namespace PaymentSdk;

/// <summary>An operator's decision on an order that needs attention (<see cref="IPaymentReviews.ResolveAsync"/>).</summary>
public sealed record ManualResolution
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What it is to be.</summary>
    public required ResolutionKind Resolution { get; init; }

    /// <summary>Who says so: 1 to 64 characters, for the journal.</summary>
    public required string Actor { get; init; }

    /// <summary>Why: 1 to 200 characters, for the journal.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Takes the operator's decision without asking the gateway. Default false: the gateway is asked now, and a word that it
    /// contradicts is not taken.
    /// </summary>
    public bool WithoutQuery { get; init; }

    /// <summary>
    /// More than 0, in the currency of the order. For <see cref="ResolutionKind.RefundedByHand"/>: how much was refunded; null is everything
    /// that is left. For <see cref="ResolutionKind.AcceptAmount"/>: the amount that is accepted; null is the one that the list of orders
    /// shows. If the gateway shows another one now, nothing is accepted. Refused with any other kind.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// With <see cref="ResolutionKind.RefundedByHand"/> the refund that was paid by hand (<see cref="AttentionItem.Refund"/>): only that one is
    /// settled, and saying it twice settles nothing else. Null: whatever of the order stands still. Refused with any other kind.
    /// </summary>
    public RefundId? RefundId { get; init; }
}
