using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore;

/// <summary>
/// A web origin, http or https: scheme, host and port (RFC 6454). It is always in the form that a browser sends: lower case, no default port, no
/// path, no trailing slash.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<Origin>))]
[TypeConverter(typeof(TextTypeConverter<Origin>))]
public readonly record struct Origin : ITextValue<Origin>
{
    private readonly WebAddress? _address;

    private Origin(WebAddress address) => _address = address;

    /// <summary>The scheme, <c>http</c> or <c>https</c>; empty for <c>default</c>.</summary>
    public string Scheme => _address?.Scheme ?? "";

    /// <summary>The host: a name in Punycode, a dotted IPv4 address or an IPv6 address in brackets; empty for <c>default</c>.</summary>
    public string Host => _address?.Host ?? "";

    /// <summary>The port, 1 to 65535. It is the scheme's default port if none is written, and 0 for <c>default</c>.</summary>
    public int Port => _address?.Port ?? 0;

    /// <summary>Parses an origin that is written exactly as browsers send it.</summary>
    /// <exception cref="FormatException">The text is not such an origin; the message says why and what to write instead.</exception>
    public static Origin Parse(string? text) =>
        TryParse(text, out var origin, out var reason) ? origin : throw new FormatException(reason);

    /// <summary>
    /// Parses an origin that is written exactly as browsers send it. On failure, <paramref name="reason"/> says why the text is not an origin and
    /// what to write instead.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Origin origin, [NotNullWhen(false)] out string? reason)
    {
        var spelling = OriginSpelling.Read(text);
        origin = spelling.Address is { } address ? new Origin(address) : default;
        reason = spelling.Problem is { } problem ? OriginSpelling.Sentence(problem, spelling.Suggestion) : null;
        return reason is null;
    }

    /// <summary>Parses the text without regard to the culture. ASP.NET Core uses this method to bind routes, queries and forms.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Origin result) => TryParse(s, out result, out _);

    static Origin IParsable<Origin>.Parse(string s, IFormatProvider? provider) => Parse(s);

    string ITextValue<Origin>.Value => ToString();

    /// <summary>Returns the origin of any http or https address, with or without a path and however it is spelled.</summary>
    /// <exception cref="FormatException">The text is not an http or https address; the message says why.</exception>
    public static Origin OfAddress(string? address) =>
        WebAddressReader.TryRead(address ?? "", out var read, out var reason) ? new Origin(read) : throw new FormatException(reason);

    /// <summary>
    /// Returns every part in which the two origins differ. A port that differs only because the default port follows the scheme is not included.
    /// </summary>
    public OriginDifference Compare(Origin other)
    {
        var difference = OriginDifference.None;
        if (Scheme != other.Scheme)
            difference |= OriginDifference.Scheme;
        if (Host != other.Host)
            difference |= OriginDifference.Host;
        if (Port != other.Port && !(HasDefaultPort && other.HasDefaultPort))
            difference |= OriginDifference.Port;
        return difference;
    }

    /// <summary>Returns the origin as browsers send it, e.g. <c>https://myshop.com</c>; empty for <c>default</c>.</summary>
    public override string ToString() => _address?.Origin ?? "";

    internal bool IsIpAddress => _address?.IsIpAddress ?? false;

    private bool HasDefaultPort => _address?.HasDefaultPort ?? false;
}
