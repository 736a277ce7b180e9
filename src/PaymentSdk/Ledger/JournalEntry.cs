namespace PaymentSdk.Ledger;

/// <summary>One move of one attempt: append-only, never updated, never deleted.</summary>
public sealed record JournalEntry
{
    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>The purchase.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>1 for the first row of an attempt, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The state before; null for the first row.</summary>
    public AttemptState? From { get; init; }

    /// <summary>The state after.</summary>
    public required AttemptState To { get; init; }

    /// <summary>Why it moved, one word of ours: <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c> …</summary>
    public required string Cause { get; init; }

    /// <summary>What it was seen by: a trace id, an error code, a body hash. Never personal data.</summary>
    public string? Evidence { get; init; }

    /// <summary>Who moved it: <c>checkout</c>, <c>recovery</c> or an operator.</summary>
    public required string Actor { get; init; }

    /// <summary>The gateway's key, from the row that learns it on.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>What could still be cancelled after the move.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The refund that moved; null when none did.</summary>
    public RefundId? RefundId { get; init; }

    /// <summary>Where the refund stands after the move; null when none moved.</summary>
    public RefundProgress? Refund { get; init; }

    /// <summary>The fencing token of the writer.</summary>
    public required long FencingToken { get; init; }

    /// <summary>The commit that wrote it (<see cref="Purchase.CommitId"/>).</summary>
    public Guid CommitId { get; init; }

    /// <summary>When the gateway says it happened.</summary>
    public DateTimeOffset? GatewayTime { get; init; }

    /// <summary>When it was recorded; database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
