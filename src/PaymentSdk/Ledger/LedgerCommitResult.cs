namespace PaymentSdk.Ledger;

/// <summary>The result of a commit.</summary>
public enum LedgerCommitResult
{
    /// <summary>The commit is stored durably.</summary>
    Committed,

    /// <summary>
    /// The version, a state or a fencing token has changed, or a row to insert already exists; nothing was written. Read the rows again.
    /// </summary>
    Stale,

    /// <summary>The payment key belongs to another attempt of this merchant; nothing was written.</summary>
    PaymentKeyTaken,

    /// <summary>
    /// The database cannot store one of the values, such as a text that it refuses or a number that is out of range; nothing was written. The same
    /// commit fails again.
    /// </summary>
    DataRefused,
}
