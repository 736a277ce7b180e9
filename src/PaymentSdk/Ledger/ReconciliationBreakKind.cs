namespace PaymentSdk;

/// <summary>How our books and the gateway's differ.</summary>
public enum ReconciliationBreakKind
{
    /// <summary>We have it, the gateway does not.</summary>
    OursOnly,

    /// <summary>The gateway has it, we do not.</summary>
    TheirsOnly,

    /// <summary>Both have it, and amount, currency or kind differ.</summary>
    Different,
}
