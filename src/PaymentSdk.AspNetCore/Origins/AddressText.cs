using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>An absolute address, split into its parts as written, before any of them is interpreted.</summary>
/// <param name="Scheme">The text before the first colon, as written.</param>
/// <param name="Slashes">Every slash and backslash after that colon.</param>
/// <param name="User">The text before the last at sign, or null.</param>
/// <param name="Host">The host, as written.</param>
/// <param name="Port">The text after the colon, or null if there is no colon.</param>
/// <param name="Tail">Path, query and fragment.</param>
internal sealed record AddressText(string Scheme, string Slashes, string? User, string Host, string? Port, string Tail)
{
    public static bool TryCut(string text, [NotNullWhen(true)] out AddressText? cut)
    {
        cut = null;
        var input = WithoutInvisible(text);
        var scheme = 0;
        while (scheme < input.Length && (char.IsAsciiLetterOrDigit(input[scheme]) || input[scheme] is '+' or '-' or '.'))
            scheme++;
        if (scheme == 0 || scheme == input.Length || input[scheme] != ':' || !char.IsAsciiLetter(input[0]))
            return false;

        var afterScheme = input[(scheme + 1)..];
        var rest = afterScheme.TrimStart('/', '\\');
        var end = rest.AsSpan().IndexOfAny(@"/\?#");
        var authority = end < 0 ? rest : rest[..end];
        var at = authority.LastIndexOf('@');
        var hostAndPort = authority[(at + 1)..];
        var colon = PortColon(hostAndPort);
        cut = new AddressText(
            input[..scheme],
            afterScheme[..^rest.Length],
            at < 0 ? null : authority[..at],
            colon < 0 ? hostAndPort : hostAndPort[..colon],
            colon < 0 ? null : hostAndPort[(colon + 1)..],
            end < 0 ? "" : rest[end..]);
        return true;
    }

    /// <summary>Removes what a browser ignores: spaces and control characters around the text, and tabs and line ends in it (WHATWG URL).</summary>
    private static string WithoutInvisible(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ')
            start++;
        while (end > start && text[end - 1] <= ' ')
            end--;
        return text[start..end].Replace("\t", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>Returns the index of the first colon outside brackets.</summary>
    private static int PortColon(string hostAndPort)
    {
        var inBrackets = false;
        for (var i = 0; i < hostAndPort.Length; i++)
        {
            if (hostAndPort[i] == ':' && !inBrackets)
                return i;
            inBrackets = hostAndPort[i] switch { '[' => true, ']' => false, _ => inBrackets };
        }

        return -1;
    }
}
