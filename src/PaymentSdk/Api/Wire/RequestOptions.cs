using PaymentSdk.Api.Wire;

namespace PaymentSdk;

/// <summary>The options of one call.</summary>
public sealed record RequestOptions
{
    /// <summary>The language of messages and of Korean-valued fields, e.g. <c>en-US</c>. If null (the default), the API answers in Korean.</summary>
    public string? AcceptLanguage { get; init; }

    /// <summary>
    /// An error code to simulate, sent in the header <c>TossPayments-Test-Code</c>; null by default. It works with test keys only: with a live
    /// key the call throws an <see cref="ArgumentException"/>.
    /// </summary>
    public string? TestCode { get; init; }

    /// <summary>The fingerprint of the configured secret to send; null sends the current secret.</summary>
    internal string? SecretFingerprint { get; init; }

    /// <summary>The timestamp of the <see cref="TimeProvider"/> after which nothing is sent, resends included; null is no limit.</summary>
    internal long? LastSendTimestamp { get; init; }

    /// <summary>The log in which the pipeline records what it sent and received; null records nothing.</summary>
    internal WireLog? Wire { get; init; }

    /// <summary>
    /// Whether the caller itself compares the answer with its request. The checkout process does, because it has states for a mismatch
    /// (docs/spec/money.md §4).
    /// </summary>
    internal bool ComparesItself => Wire is not null;
}
