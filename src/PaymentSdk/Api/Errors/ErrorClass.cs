namespace PaymentSdk.Api;

/// <summary>The class of an error code, which says how to handle it.</summary>
public enum ErrorClass
{
    /// <summary>O: the outcome is unknown; query it before any other step. An unknown code has this class.</summary>
    OutcomeUnknown,

    /// <summary>N: do not retry the unchanged request. It has a bug, needs a contract, or its refusal is final.</summary>
    NotRetryable,

    /// <summary>U: the buyer must act or use another payment method.</summary>
    BuyerActs,

    /// <summary>T: a temporary error; try again later.</summary>
    Temporary,

    /// <summary>D: a duplicate or a conflict of state; query the payment, then decide.</summary>
    Conflict,
}
