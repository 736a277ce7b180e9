namespace PaymentSdk;

/// <summary>Something that an operator has to check, with what is known of it and what to do next.</summary>
public sealed record AttentionItem
{
    /// <summary>The order, as its page shows it.</summary>
    public required PaymentOrder Order { get; init; }

    /// <summary>The state of the attempt: <see cref="AttemptState.NeedsAttention"/>, <see cref="AttemptState.Mismatch"/>, or the one whose refund stands still.</summary>
    public required AttemptState State { get; init; }

    /// <summary>The gateway's key, to find the payment at the provider's dashboard; null when it was never sent.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>
    /// The amount that the gateway took when it is not the order's amount: <see cref="ResolutionKind.AcceptAmount"/> accepts it. Null when the
    /// amounts are the same, or when the amount taken is not known in the order's currency.
    /// </summary>
    public Money? TakenAmount { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether it is a second payment of a purchase that is paid: it cannot become a sale, its money has to go back.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>When its reversal was requested; null when it was not. Resolving it as approved or accept-amount withdraws the request.</summary>
    public DateTimeOffset? ReversalRequestedAt { get; init; }

    /// <summary>
    /// Since when the gateway shows it paid after it had ended without money, while another payment of the purchase is undecided; null
    /// otherwise. It settles by itself when the other one is resolved.
    /// </summary>
    public DateTimeOffset? LateApprovalAt { get; init; }

    /// <summary>The refund that stands still; null when it is about the payment itself.</summary>
    public RefundResult? Refund { get; init; }

    /// <summary>The moves of the order, oldest first: what was done, and by what it was seen.</summary>
    public required IReadOnlyList<EvidenceEntry> Evidence { get; init; }

    /// <summary>What to do next, in Korean and English.</summary>
    public required BuyerText NextStep { get; init; }

    /// <summary>
    /// The resolutions to offer, the most likely one first. Those that are refused for this order whatever the gateway shows are left out; the gateway
    /// may contradict the others.
    /// </summary>
    public IReadOnlyList<ResolutionKind> Resolutions { get; init; } = [];
}
