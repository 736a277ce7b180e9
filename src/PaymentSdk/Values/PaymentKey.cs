using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The gateway's key of one payment: opaque, 1 to 200 printable ASCII characters without spaces.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentKey>))]
[TypeConverter(typeof(TextTypeConverter<PaymentKey>))]
public readonly record struct PaymentKey : IOpenValue<PaymentKey>
{
    private readonly string? _value;

    private PaymentKey(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a payment key.</summary>
    /// <exception cref="FormatException">The text is not a payment key; the message says why.</exception>
    public static PaymentKey Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a payment key, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentKey value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a payment key", 1, 200, out reason);
        value = read ? new PaymentKey(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentKey result) => TryParse(s, out result, out _);

    static PaymentKey IParsable<PaymentKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    // What the API answers with is kept as it came: it has been seen to use ids outside its own rules.
    static PaymentKey IOpenValue<PaymentKey>.From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
