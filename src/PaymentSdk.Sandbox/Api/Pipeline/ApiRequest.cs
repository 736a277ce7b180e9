using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>One authenticated request, read to its end, with the fault that strikes it.</summary>
internal sealed record ApiRequest(Merchant Merchant, string Method, string Url, string? IdempotencyKey, string? TestCode, bool English)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The answer goes in an envelope.</summary>
    public bool IsVersion2 { get; init; }

    /// <summary>The address that the gateway was called at, without a path.</summary>
    public required string Base { get; init; }

    public required string TraceId { get; init; }

    /// <summary>The key that the request was encrypted under, and the answer will be; null when neither is.</summary>
    public string? SecurityKey { get; init; }

    public required QueryFields Query { get; init; }

    /// <summary>The customer that a token speaks for; null with a secret key.</summary>
    public BrandPayCustomer? Customer { get; init; }

    public SandboxFault? Fault { get; init; }

    /// <summary>What it was authenticated with: a shop has several secrets while it replaces one, and idempotency counts per secret.</summary>
    public required string Credentials { get; init; }

    public override string ToString() => $"{Method} of {Merchant}";
}
