using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a payment was made: by the window, by a billing key or by BrandPay. An unknown type is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentType>))]
[TypeConverter(typeof(TextTypeConverter<PaymentType>))]
public readonly record struct PaymentType : IOpenValue<PaymentType>
{
    private readonly string? _value;

    private PaymentType(string value) => _value = value;

    /// <summary>Through the window or widget.</summary>
    public static PaymentType Normal { get; } = new("NORMAL");

    /// <summary>By a billing key.</summary>
    public static PaymentType Billing { get; } = new("BILLING");

    /// <summary>By BrandPay.</summary>
    public static PaymentType BrandPay { get; } = new("BRANDPAY");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The type of this text.</summary>
    public static PaymentType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentType result) => OpenText.TryParse(s, out result);

    static PaymentType IParsable<PaymentType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PaymentType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
