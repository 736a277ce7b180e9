namespace PaymentSdk.Ledger;

/// <summary>One attempt's part of a commit: how it was, how it is to be, and the journal row that says why.</summary>
public sealed record AttemptMove
{
    /// <summary>The state that the row must still have; null inserts the attempt.</summary>
    public required AttemptState? ExpectedState { get; init; }

    /// <summary>The fencing token that the row must still have. Not looked at for an insert.</summary>
    public long ExpectedFencingToken { get; init; }

    /// <summary>The attempt as it is to be.</summary>
    public required Attempt Attempt { get; init; }

    /// <summary>The journal row; null when only the schedule of the row changes, not its state.</summary>
    public JournalEntry? Journal { get; init; }
}
