namespace PaymentSdk.Api.Wire;

/// <summary>What one send came to.</summary>
internal enum SendResult
{
    /// <summary>It surely never left: nothing can have happened.</summary>
    NotSent,

    /// <summary>It may have left and no whole answer came: anything can have happened.</summary>
    NoAnswer,

    /// <summary>An answer came that does not tell what happened: 5xx, 429, 408.</summary>
    Unsettled,

    /// <summary>An earlier send of the same key is still being worked on: 409 <c>IDEMPOTENT_REQUEST_PROCESSING</c>.</summary>
    InFlight,

    /// <summary>The answer tells what happened.</summary>
    Answered,
}
