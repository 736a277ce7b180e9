using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>How a conditional commit ended.</summary>
internal enum CommitEnd
{
    /// <summary>It is in the ledger.</summary>
    Written,

    /// <summary>There was nothing to write: the decision was made on the row as it was read.</summary>
    Decided,

    /// <summary>The payment key belongs to another attempt; nothing was written.</summary>
    PaymentKeyTaken,

    /// <summary>The ledger answered, and surely nothing was written: not by this caller, and by no other one when the row was read afterwards.</summary>
    NotWritten,

    /// <summary>The row could not be read; nothing was written by this call, and what happened before is not known.</summary>
    Unreadable,

    /// <summary>The commit may be in the ledger; it was not acknowledged and cannot be looked up.</summary>
    InDoubt,

    /// <summary>The database refuses the data, even without the texts from outside; nothing was written.</summary>
    DataRefused,
}

/// <summary>The end of a conditional commit, with the row as it is then known.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Entry">The row after the commit, or as it was last read; null when it is not known or does not exist.</param>
/// <param name="LeaseStart">A timestamp of before the row was read that the commit was decided on: a lease in the commit began not earlier.</param>
internal sealed record CommitResult(CommitEnd End, AttemptSnapshot? Entry, long LeaseStart)
{
    /// <summary>What was written; null when nothing was.</summary>
    public LedgerCommit? Commit { get; init; }

    /// <summary>The failure of the ledger; null when there was none.</summary>
    public LedgerException? Failure { get; init; }
}
