namespace PaymentSdk.Ledger;

/// <summary>What a line of the books says of the money.</summary>
public enum MoneyMovementKind
{
    /// <summary>Money came in.</summary>
    Approval,

    /// <summary>Money went back.</summary>
    Cancel,
}
