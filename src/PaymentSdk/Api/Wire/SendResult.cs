namespace PaymentSdk.Api.Wire;

/// <summary>The result of one send.</summary>
internal enum SendResult
{
    /// <summary>The request surely never left, so it had no effect.</summary>
    NotSent,

    /// <summary>The request may have left, and no complete answer was received. It may have had any effect.</summary>
    NoAnswer,

    /// <summary>An answer was received that does not say what happened: 5xx, 429 or 408.</summary>
    Unsettled,

    /// <summary>An earlier send with the same key is still being processed: 409 <c>IDEMPOTENT_REQUEST_PROCESSING</c>.</summary>
    InFlight,

    /// <summary>An answer was received that says what happened.</summary>
    Answered,
}
