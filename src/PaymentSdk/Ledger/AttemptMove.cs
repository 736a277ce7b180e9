namespace PaymentSdk.Ledger;

/// <summary>The part of a commit that changes one attempt: its expected state, its new values, and the journal row that gives the reason.</summary>
public sealed record AttemptMove
{
    /// <summary>The state that the stored row must still have; null inserts the attempt.</summary>
    public required AttemptState? ExpectedState { get; init; }

    /// <summary>The fencing token that the stored row must still have. Ignored for an insert.</summary>
    public long ExpectedFencingToken { get; init; }

    /// <summary>The attempt with its new values.</summary>
    public required Attempt Attempt { get; init; }

    /// <summary>The journal row; null when the move changes only the schedule of the attempt and not its state.</summary>
    public JournalEntry? Journal { get; init; }
}
