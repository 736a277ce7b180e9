using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The shop's own id of one charge without a window, e.g. <c>subscription-17/2026-11</c>: 1 to 200 printable ASCII characters
/// without spaces. The same id again is the same charge and never charges twice; another try after a refusal has a new one.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<ChargeId>))]
[TypeConverter(typeof(TextTypeConverter<ChargeId>))]
public readonly record struct ChargeId : ITextValue<ChargeId>
{
    private readonly string? _value;

    private ChargeId(string value) => _value = value;

    /// <summary>The text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a charge id.</summary>
    /// <exception cref="FormatException">The text is not a charge id; the message says why.</exception>
    public static ChargeId Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a charge id, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ChargeId value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a charge id", 1, 200, out reason);
        value = read ? new ChargeId(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChargeId result) => TryParse(s, out result, out _);

    static ChargeId IParsable<ChargeId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
