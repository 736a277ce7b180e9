using PaymentSdk.Api.Wire;

namespace PaymentSdk;

/// <summary>What one call may ask for beyond its request.</summary>
public sealed record RequestOptions
{
    /// <summary>The language of messages and of Korean-valued fields, e.g. <c>en-US</c>; default none, which the API reads as Korean.</summary>
    public string? AcceptLanguage { get; init; }

    /// <summary>An error code to simulate (header <c>TossPayments-Test-Code</c>); honoured by test keys only, refused here with a live key.</summary>
    public string? TestCode { get; init; }

    /// <summary>Which of the configured secrets to send, by its fingerprint; null is the current one.</summary>
    internal string? SecretFingerprint { get; init; }

    /// <summary>No wire send, retries included, starts after this timestamp of the <see cref="TimeProvider"/>; null is no limit.</summary>
    internal long? LastSendTimestamp { get; init; }

    /// <summary>Where the pipeline writes down what it did on the wire.</summary>
    internal WireLog? Wire { get; init; }

    /// <summary>Whether the caller, the checkout process, weighs an answer that is not of what was asked itself: it has states for it (docs/spec/money.md §4).</summary>
    internal bool ComparesItself => Wire is not null;
}
