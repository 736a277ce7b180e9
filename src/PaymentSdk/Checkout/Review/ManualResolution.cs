namespace PaymentSdk;

/// <summary>An operator's decision on an order that needs attention (<see cref="IPaymentReviews.ResolveAsync"/>).</summary>
public sealed record ManualResolution
{
    /// <summary>The order to resolve.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The operator's decision.</summary>
    public required ResolutionKind Resolution { get; init; }

    /// <summary>The operator who decides, for the journal; 1 to 64 characters.</summary>
    public required string Actor { get; init; }

    /// <summary>The reason for the decision, for the journal; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Whether to accept the decision without querying the gateway. Default false: the gateway is queried first, and a decision that its
    /// answer contradicts is refused.
    /// </summary>
    public bool WithoutQuery { get; init; }

    /// <summary>
    /// An amount more than 0, in <see cref="Currency"/>. For <see cref="ResolutionKind.RefundedByHand"/>, the amount that was refunded, at least
    /// the whole refund that it pays; null for the amount of the refund, or for everything that is left if the order as a whole needs an
    /// operator. For <see cref="ResolutionKind.AcceptAmount"/>, the amount to accept; null for the amount in the list of orders (<see
    /// cref="AttentionItem.TakenAmount"/>). If the gateway now shows another amount, nothing is accepted. Not allowed with any other kind.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// The currency of <see cref="Amount"/>. Default null: the currency that the gateway took if it is known, otherwise the currency of the
    /// order. A decision in a currency that the payment does not have is refused.
    /// </summary>
    public Currency? Currency { get; init; }

    /// <summary>
    /// For <see cref="ResolutionKind.RefundedByHand"/>, the refund that was paid by hand (<see cref="AttentionItem.Refund"/>). Only that refund is
    /// recorded as paid, and repeating the decision records nothing else. If null, everything in the order that needs an operator is recorded as
    /// paid. Not allowed with any other kind.
    /// </summary>
    public RefundId? RefundId { get; init; }
}
