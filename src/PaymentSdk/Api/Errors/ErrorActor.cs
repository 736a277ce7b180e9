namespace PaymentSdk.Api;

/// <summary>The party that has to act on an error code.</summary>
public enum ErrorActor
{
    /// <summary>The SDK acts, by a query or a later try.</summary>
    Sdk,

    /// <summary>The buyer acts: another card, another method or a call to the bank.</summary>
    Buyer,

    /// <summary>The shop's developer acts: the request has a bug.</summary>
    Developer,

    /// <summary>The shop acts: its contract, keys or settings at the provider are not right.</summary>
    Merchant,
}
