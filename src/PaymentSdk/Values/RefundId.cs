using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The shop's own id of one refund: 1 to 64 printable ASCII characters without spaces. The same id again is the same refund
/// (a double click); two real partial refunds of an order have two ids.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<RefundId>))]
[TypeConverter(typeof(TextTypeConverter<RefundId>))]
public readonly record struct RefundId : ITextValue<RefundId>
{
    private readonly string? _value;

    private RefundId(string value) => _value = value;

    /// <summary>The text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a refund id.</summary>
    /// <exception cref="FormatException">The text is not a refund id; the message says why.</exception>
    public static RefundId Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a refund id, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RefundId value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a refund id", 1, 64, out reason);
        value = read ? new RefundId(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RefundId result) => TryParse(s, out result, out _);

    static RefundId IParsable<RefundId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
