using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a payment was made: once, by billing key or with BrandPay. An unknown type is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentType>)), OpenValue("type")]
public readonly partial record struct PaymentType : IOpenValue<PaymentType>
{
    /// <summary>A one-off payment: in the window or widget, by card number (key-in), or into a virtual account issued by the API.</summary>
    public static PaymentType Normal { get; } = new("NORMAL");

    /// <summary>A payment made by billing key.</summary>
    public static PaymentType Billing { get; } = new("BILLING");

    /// <summary>A payment made with BrandPay.</summary>
    public static PaymentType BrandPay { get; } = new("BRANDPAY");
}
