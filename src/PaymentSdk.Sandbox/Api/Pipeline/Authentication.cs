namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>How an operation is entered: who speaks, and in which form (docs/spec/payment-api.md §1.2, §1.5, §2.9).</summary>
internal enum Authentication
{
    /// <summary>A shop with its secret key; bare JSON both ways.</summary>
    SecretKey,

    /// <summary>A BrandPay customer with a token; bare JSON both ways.</summary>
    CustomerToken,

    /// <summary>A shop with its secret key; the answer in an envelope.</summary>
    Version2,

    /// <summary>As version 2, but encrypted both ways under a security key.</summary>
    Encrypted,
}
