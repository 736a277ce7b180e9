namespace PaymentSdk.Api;

/// <summary>The class of an error code, which says how to handle it.</summary>
public enum ErrorClass
{
    /// <summary>The outcome is unknown; query it before any other step. An unknown code has this class.</summary>
    OutcomeUnknown,

    /// <summary>The unchanged request must not be sent again: it has a bug, needs a contract, or its refusal is final.</summary>
    NotRetryable,

    /// <summary>The buyer must act or use another payment method.</summary>
    BuyerActs,

    /// <summary>A temporary error; try again later.</summary>
    Temporary,

    /// <summary>A duplicate or a conflict of state; query the payment, then decide.</summary>
    Conflict,
}
