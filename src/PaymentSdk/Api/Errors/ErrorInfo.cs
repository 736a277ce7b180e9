namespace PaymentSdk.Api;

/// <summary>What is known of one error code: its status, its class, who has to act and what to tell the buyer.</summary>
public sealed record ErrorInfo
{
    /// <summary>The code.</summary>
    public required PaymentErrorCode Code { get; init; }

    /// <summary>The HTTP status it comes with; null when not stated.</summary>
    public required int? StatusCode { get; init; }

    /// <summary>What it asks for.</summary>
    public required ErrorClass Class { get; init; }

    /// <summary>Who has to act.</summary>
    public required ErrorActor Actor { get; init; }

    /// <summary>What to tell the buyer.</summary>
    public required BuyerText BuyerText { get; init; }
}
