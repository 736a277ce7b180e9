namespace PaymentSdk.Api;

/// <summary>What an error code asks for.</summary>
public enum ErrorClass
{
    /// <summary>O: the outcome is unknown; query before anything else. Also what an unknown code means.</summary>
    OutcomeUnknown,

    /// <summary>N: do not retry unchanged: a bug, a contract matter or final.</summary>
    NotRetryable,

    /// <summary>U: the buyer must act or use another method.</summary>
    BuyerActs,

    /// <summary>T: temporary; try again later.</summary>
    Temporary,

    /// <summary>D: a duplicate or a conflict of state; query and decide.</summary>
    Conflict,
}
