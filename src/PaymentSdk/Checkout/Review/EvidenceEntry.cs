using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>A move of an order, for operators: the states before and after it, and the evidence for it.</summary>
public sealed record EvidenceEntry
{
    /// <summary>The order that moved.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The state before the move; null for the first move.</summary>
    public AttemptState? From { get; init; }

    /// <summary>The state after the move.</summary>
    public required AttemptState To { get; init; }

    /// <summary>The cause of the move, as one of the SDK's fixed words: <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c> …</summary>
    public required string Cause { get; init; }

    /// <summary>The actor that made the move, for example <c>checkout</c>, <c>recovery</c> or an operator.</summary>
    public required string Actor { get; init; }

    /// <summary>
    /// The evidence: status, error code and trace id of an answer, the id of a webhook, or an operator's reason. Null when there is none.
    /// </summary>
    public string? SeenBy { get; init; }

    /// <summary>When the move was recorded, in database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static EvidenceEntry Of(JournalEntry row) =>
        new() { OrderId = row.OrderId, From = row.From, To = row.To, Cause = row.Cause, Actor = row.Actor, SeenBy = row.Evidence, RecordedAt = row.RecordedAt };
}
