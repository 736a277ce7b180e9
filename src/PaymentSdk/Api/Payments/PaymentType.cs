using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a payment was made: in the window, by billing key or with BrandPay. An unknown type is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentType>)), OpenValue("type")]
public readonly partial record struct PaymentType : IOpenValue<PaymentType>
{
    /// <summary>A payment made in the window or widget.</summary>
    public static PaymentType Normal { get; } = new("NORMAL");

    /// <summary>A payment made by billing key.</summary>
    public static PaymentType Billing { get; } = new("BILLING");

    /// <summary>A payment made with BrandPay.</summary>
    public static PaymentType BrandPay { get; } = new("BRANDPAY");
}
