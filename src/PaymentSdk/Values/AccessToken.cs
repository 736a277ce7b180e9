using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The token that acts for one BrandPay buyer: opaque, 1 to 4000 printable ASCII characters without spaces. A secret: it prints as <c>***</c>.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<AccessToken>))]
[TypeConverter(typeof(TextTypeConverter<AccessToken>))]
public readonly record struct AccessToken : IOpenValue<AccessToken>
{
    private readonly string? _value;

    private AccessToken(string value) => _value = value;

    /// <summary>The text as it travels, never to be logged; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads an access token.</summary>
    /// <exception cref="FormatException">The text is not an access token; the message says why and does not repeat it.</exception>
    public static AccessToken Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads an access token, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessToken value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "an access token", 1, 4000, out reason);
        value = read ? new AccessToken(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccessToken result) => TryParse(s, out result, out _);

    static AccessToken IParsable<AccessToken>.Parse(string s, IFormatProvider? provider) => Parse(s);

    // What the API answers with is kept as it came.
    static AccessToken IOpenValue<AccessToken>.From(string? text) => new(text ?? string.Empty);

    /// <summary><c>***</c>.</summary>
    public override string ToString() => "***";
}
