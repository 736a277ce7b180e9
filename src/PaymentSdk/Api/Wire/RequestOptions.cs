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

    /// <summary>What the checkout process requires of the call; null for a call of the shop.</summary>
    internal CheckoutCall? Checkout { get; init; }
}
