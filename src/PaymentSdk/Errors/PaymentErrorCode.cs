using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>An error code of the API, e.g. <c>REJECT_CARD_PAYMENT</c>. New codes appear without notice and are kept as they came.</summary>
[JsonConverter(typeof(OpenValueConverter<PaymentErrorCode>))]
public readonly record struct PaymentErrorCode : IOpenValue<PaymentErrorCode>
{
    private readonly string? _value;

    private PaymentErrorCode(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The code of this text.</summary>
    public static PaymentErrorCode From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
