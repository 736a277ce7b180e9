namespace PaymentSdk.Ledger;

/// <summary>The direction of a money movement.</summary>
public enum MoneyMovementKind
{
    /// <summary>The buyer paid money.</summary>
    Approval,

    /// <summary>Money was refunded to the buyer.</summary>
    Cancel,
}
