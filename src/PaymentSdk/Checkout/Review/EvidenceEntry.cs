using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>One move of an order, as an operator reads it: what it was, what it became, and by what that was seen.</summary>
public sealed record EvidenceEntry
{
    /// <summary>The order that moved.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The state before; null for the first move.</summary>
    public AttemptState? From { get; init; }

    /// <summary>The state after.</summary>
    public required AttemptState To { get; init; }

    /// <summary>Why it moved, one word of the SDK: <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c> …</summary>
    public required string Cause { get; init; }

    /// <summary>Who moved it: <c>checkout</c>, <c>recovery</c> or an operator.</summary>
    public required string Actor { get; init; }

    /// <summary>What it was seen by: status, error code and trace id of an answer, the id of a webhook, an operator's reason. Null when nothing was.</summary>
    public string? SeenBy { get; init; }

    /// <summary>When it was recorded; database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static EvidenceEntry Of(JournalEntry row) =>
        new() { OrderId = row.OrderId, From = row.From, To = row.To, Cause = row.Cause, Actor = row.Actor, SeenBy = row.Evidence, RecordedAt = row.RecordedAt };
}
