namespace PaymentSdk.Api;

/// <summary>The party that has to act on an error code.</summary>
public enum ErrorActor
{
    /// <summary>The SDK acts: it queries the payment or tries again later.</summary>
    Sdk,

    /// <summary>The buyer acts: the buyer uses another card or method, or calls the bank.</summary>
    Buyer,

    /// <summary>The shop's developer acts: the request has a bug.</summary>
    Developer,

    /// <summary>The shop acts: its contract, keys or settings at the provider are wrong.</summary>
    Merchant,
}
