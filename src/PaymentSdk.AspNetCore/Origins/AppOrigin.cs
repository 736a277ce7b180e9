using System.Buffers;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Origins of pages inside apps, such as <c>capacitor://localhost</c>. They authenticate nothing, because any app can send them
/// (docs/spec/origins.md §3).
/// </summary>
internal static class AppOrigin
{
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+-.");
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Schemes with other meanings, which are never the origin of an app's page.</summary>
    private static readonly SearchValues<string> NoAppSchemes = SearchValues.Create(
        ["http", "https", "ws", "wss", "ftp", "file", "data", "blob", "about", "javascript", "filesystem", "null"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns true if the text looks like the origin of an app: a scheme that is not one of those above, followed by <c>://</c>.</summary>
    public static bool HasAppScheme(string? text)
    {
        var separator = text?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        return separator > 0
            && char.IsAsciiLetter(text![0])
            && text.AsSpan(0, separator).IndexOfAnyExcept(SchemeCharacters) < 0
            && !NoAppSchemes.Contains(text[..separator]);
    }

    public static bool IsCanonical(string text)
    {
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        var authority = text.AsSpan(separator + 3);
        var colon = authority.IndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        return separator <= 64
            && host.Length is > 0 and <= 253
            && !host.ContainsAnyExcept(HostCharacters)
            && (colon < 0 || IsPort(authority[(colon + 1)..]));
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 5 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9') && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) <= 65535;
}
