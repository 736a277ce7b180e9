using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a payment was made: by the window, by a billing key or by BrandPay. An unknown type is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentType>)), OpenValue("type")]
public readonly partial record struct PaymentType : IOpenValue<PaymentType>
{
    /// <summary>Through the window or widget.</summary>
    public static PaymentType Normal { get; } = new("NORMAL");

    /// <summary>By a billing key.</summary>
    public static PaymentType Billing { get; } = new("BILLING");

    /// <summary>By BrandPay.</summary>
    public static PaymentType BrandPay { get; } = new("BRANDPAY");
}
