namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>How an operation authenticates its caller, and the form of its bodies (docs/spec/payment-api.md §1.2, §1.5, §2.9).</summary>
internal enum Authentication
{
    /// <summary>A shop with its secret key. The request and the answer are plain JSON.</summary>
    SecretKey,

    /// <summary>A BrandPay customer with a token. The request and the answer are plain JSON.</summary>
    CustomerToken,

    /// <summary>A shop with its secret key. The answer is in an envelope.</summary>
    Version2,

    /// <summary>As <see cref="Version2"/>, with the request and the answer encrypted under a security key.</summary>
    Encrypted,
}
