using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The shop's own id of what the buyer owes for: 1 to 64 printable ASCII characters without spaces.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PurchaseId>))]
[TypeConverter(typeof(TextTypeConverter<PurchaseId>))]
public readonly record struct PurchaseId : ITextValue<PurchaseId>
{
    private readonly string? _value;

    private PurchaseId(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Makes a new, unguessable id.</summary>
    public static PurchaseId New() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Reads a purchase id.</summary>
    /// <exception cref="FormatException">The text is not a purchase id; the message says why.</exception>
    public static PurchaseId Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a purchase id, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PurchaseId value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a purchase id", 1, 64, out reason);
        value = read ? new PurchaseId(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PurchaseId result) => TryParse(s, out result, out _);

    static PurchaseId IParsable<PurchaseId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
