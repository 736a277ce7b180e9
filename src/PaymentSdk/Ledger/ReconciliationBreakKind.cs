namespace PaymentSdk;

/// <summary>How the ledger and the gateway's list of transactions differ.</summary>
public enum ReconciliationBreakKind
{
    /// <summary>The ledger has the transaction, and the gateway does not.</summary>
    OursOnly,

    /// <summary>The gateway has the transaction, and the ledger does not.</summary>
    TheirsOnly,

    /// <summary>Both have the transaction, and its signed amount or its currency differs.</summary>
    Different,
}
