using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The key that charges a registered card or account: opaque, 1 to 200 printable ASCII characters without spaces. A secret: it prints as <c>***</c>.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BillingKey>))]
[TypeConverter(typeof(TextTypeConverter<BillingKey>))]
public readonly record struct BillingKey : IOpenValue<BillingKey>
{
    private readonly string? _value;

    private BillingKey(string value) => _value = value;

    /// <summary>The text as it travels, never to be logged; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a billing key.</summary>
    /// <exception cref="FormatException">The text is not a billing key; the message says why and does not repeat it.</exception>
    public static BillingKey Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a billing key, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BillingKey value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a billing key", 1, 200, out reason);
        value = read ? new BillingKey(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BillingKey result) => TryParse(s, out result, out _);

    static BillingKey IParsable<BillingKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    // What the API answers with is kept as it came.
    static BillingKey IOpenValue<BillingKey>.From(string? text) => new(text ?? string.Empty);

    /// <summary><c>***</c>.</summary>
    public override string ToString() => "***";
}
