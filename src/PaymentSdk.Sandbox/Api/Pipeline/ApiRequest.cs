using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>One authenticated request with its complete body, and the fault that applies to it.</summary>
internal sealed record ApiRequest(Merchant Merchant, string Method, string Url, string? IdempotencyKey, string? TestCode, bool English)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the answer is put in an envelope.</summary>
    public bool IsVersion2 { get; init; }

    /// <summary>The base URL that the caller used for the gateway, without a path.</summary>
    public required string Base { get; init; }

    public required string TraceId { get; init; }

    /// <summary>The key that encrypts the request and the answer; null if they are not encrypted.</summary>
    public string? SecurityKey { get; init; }

    public required QueryFields Query { get; init; }

    /// <summary>The customer that the token belongs to; null for a request with a secret key.</summary>
    public BrandPayCustomer? Customer { get; init; }

    public SandboxFault? Fault { get; init; }

    /// <summary>
    /// The secret that authenticated the request. A shop has several secrets while it replaces one, and idempotency keys apply per secret.
    /// </summary>
    public required string Credentials { get; init; }

    public override string ToString() => $"{Method} of {Merchant}";
}
