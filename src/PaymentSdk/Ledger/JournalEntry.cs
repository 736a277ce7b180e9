namespace PaymentSdk.Ledger;

/// <summary>
/// One move of one attempt. Journal rows are only appended: they are never updated, and are deleted only together with their purchase.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>The name of the registration that the row belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The purchase of the attempt.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The order id of the attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The number of the row within its attempt: 1 for the first row, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The state before the move; null for the first row.</summary>
    public AttemptState? From { get; init; }

    /// <summary>The state after the move.</summary>
    public required AttemptState To { get; init; }

    /// <summary>The cause of the move, as one of the SDK's fixed words: <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c> …</summary>
    public required string Cause { get; init; }

    /// <summary>The evidence for the move, such as a trace id, an error code or a body hash. Never personal data.</summary>
    public string? Evidence { get; init; }

    /// <summary>Who made the move: <c>checkout</c>, <c>recovery</c> or an operator.</summary>
    public required string Actor { get; init; }

    /// <summary>The gateway's key of the payment; null in rows that were written before it was known.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>The amount that could still be canceled after the move.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The refund that changed with the move; null when no refund changed.</summary>
    public RefundId? RefundId { get; init; }

    /// <summary>The state of the refund after the move; null when no refund changed.</summary>
    public RefundProgress? Refund { get; init; }

    /// <summary>The fencing token under which the row was written.</summary>
    public required long FencingToken { get; init; }

    /// <summary>The id of the commit that wrote the row (<see cref="Purchase.CommitId"/>).</summary>
    public Guid CommitId { get; init; }

    /// <summary>
    /// When the gateway approved the payment, according to the answer that caused the move; null when the answer contained no such time.
    /// </summary>
    public DateTimeOffset? GatewayTime { get; init; }

    /// <summary>When the row was written. Database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
