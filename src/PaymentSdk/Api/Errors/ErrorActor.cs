namespace PaymentSdk.Api;

/// <summary>Who has to act on an error code.</summary>
public enum ErrorActor
{
    /// <summary>The SDK, by a query or a later try.</summary>
    Sdk,

    /// <summary>The buyer: another card, another method, a call to the bank.</summary>
    Buyer,

    /// <summary>The shop's developer: a bug in a request.</summary>
    Developer,

    /// <summary>The shop: its contract, keys or settings at the provider.</summary>
    Merchant,
}
