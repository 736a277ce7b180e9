namespace PaymentSdk.Ledger;

/// <summary>What became of a commit.</summary>
public enum LedgerCommitResult
{
    /// <summary>It is in the ledger, durably.</summary>
    Committed,

    /// <summary>Version, state or fencing token had moved on, or a row to insert was there already; nothing was written. Read again.</summary>
    Stale,

    /// <summary>The payment key belongs to another attempt of this merchant; nothing was written.</summary>
    PaymentKeyTaken,

    /// <summary>The database cannot store one of the values (a text it refuses, a number out of range); nothing was written. The same commit fails again.</summary>
    DataRefused,
}
