namespace PaymentSdk.Api;

/// <summary>The catalog entry of one error code: its HTTP status, its class, the party that has to act, and the text for the buyer.</summary>
public sealed record ErrorInfo
{
    /// <summary>The error code.</summary>
    public required PaymentErrorCode Code { get; init; }

    /// <summary>The HTTP status that accompanies the code; null when it is not documented.</summary>
    public required int? StatusCode { get; init; }

    /// <summary>The class of the code, which says how to handle it.</summary>
    public required ErrorClass Class { get; init; }

    /// <summary>The party that has to act.</summary>
    public required ErrorActor Actor { get; init; }

    /// <summary>The text to show to the buyer.</summary>
    public required BuyerText BuyerText { get; init; }
}
