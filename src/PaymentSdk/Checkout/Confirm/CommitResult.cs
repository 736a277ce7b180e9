using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>How a conditional commit ended.</summary>
internal enum CommitEnd
{
    /// <summary>The commit is in the ledger.</summary>
    Written,

    /// <summary>The decision, made on the row as it was read, was to write nothing.</summary>
    Decided,

    /// <summary>The payment key belongs to another attempt; nothing was written.</summary>
    PaymentKeyTaken,

    /// <summary>The ledger answered that nothing was written. The row, read again afterwards, shows that no other caller wrote it either.</summary>
    NotWritten,

    /// <summary>The row could not be read. This call wrote nothing; what happened before it is not known.</summary>
    Unreadable,

    /// <summary>The commit was not acknowledged and cannot be looked up, so it may be in the ledger.</summary>
    InDoubt,

    /// <summary>The database refused the data, even without the texts from outside. Nothing was written.</summary>
    DataRefused,
}

/// <summary>The result of a conditional commit.</summary>
/// <param name="End">How the commit ended.</param>
/// <param name="Entry">The row after the commit, or as it was last read; null when it is not known or does not exist.</param>
/// <param name="LeaseStart">
/// A timestamp that was taken before the commit's row was read. A lease in the commit did not begin before this time.
/// </param>
internal sealed record CommitResult(CommitEnd End, AttemptSnapshot? Entry, long LeaseStart)
{
    /// <summary>The commit that was written; null when nothing was written.</summary>
    public LedgerCommit? Commit { get; init; }

    /// <summary>The failure of the ledger; null when there was none.</summary>
    public LedgerException? Failure { get; init; }
}
