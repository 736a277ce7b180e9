using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>An error code of the API, e.g. <c>REJECT_CARD_PAYMENT</c>. New codes appear without notice and are kept as they came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentErrorCode>))]
[TypeConverter(typeof(TextTypeConverter<PaymentErrorCode>))]
public readonly record struct PaymentErrorCode : IOpenValue<PaymentErrorCode>
{
    private readonly string? _value;

    private PaymentErrorCode(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The code of this text.</summary>
    public static PaymentErrorCode From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentErrorCode result) => OpenText.TryParse(s, out result);

    static PaymentErrorCode IParsable<PaymentErrorCode>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PaymentErrorCode>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
