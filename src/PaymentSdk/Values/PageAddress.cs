using System.Net;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace PaymentSdk.Values;

/// <summary>
/// Checks addresses from outside that a page may link to. An address must use https, or http on this machine, where a sandbox may run.
/// </summary>
internal static class PageAddress
{
    private const int LongestAddress = 2_000;

    /// <summary>Whether a browser may be sent to this address.</summary>
    public static bool IsSafe(string? text) => IsSecure(text) || (TryRead(text) is { } address && address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address));

    /// <summary>Whether this is an https address.</summary>
    public static bool IsSecure(string? text) => TryRead(text) is { } address && address.Scheme == Uri.UriSchemeHttps;

    private static Uri? TryRead(string? text)
    {
        if (text is null || text.Length > LongestAddress || text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.Contains('\\', StringComparison.Ordinal))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Host.Length: > 0, UserInfo.Length: 0 } ? address : null;
    }

    private static bool IsThisMachine(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>
/// Reads the address of a page that a person opens. Any other address, such as a <c>javascript:</c> URL, is rejected. An empty text is read as null.
/// </summary>
internal sealed class PageAddressConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new JsonException();
        var text = reader.GetString();
        return text is not { Length: > 0 } ? null : PageAddress.IsSafe(text) ? text : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
