using System.Buffers;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// The result of reading an origin. For a valid origin, there is an address and no problem. For an invalid one, there is the reason and, where one
/// exists, the canonical form to write instead (docs/spec/origins.md §3).
/// </summary>
internal readonly record struct OriginSpelling(WebAddress? Address, string? Problem, string? Suggestion)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static OriginSpelling Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Wrong("it is empty");
        if (text == "null")
            return Wrong("'null' is what sandboxed and local pages send, and anyone can produce it");
        if (text.Contains('*', StringComparison.Ordinal))
            return Wrong("a wildcard is only possible as the whole leftmost label over a name, as in https://*.myshop.com");
        if (!WebAddressReader.TryRead(text, out var address, out var reason))
            return OfBlob(text) is { } blob ? Wrong("it is the address of a blob", blob)
                : WithoutScheme(text) is { } guess ? Wrong("it has no scheme", guess) : Wrong(reason);
        if (address.Port == 0)
            return Wrong("port 0 is not a valid port");
        if (!HasOriginHost(address))
            return Wrong("no browser sends such a host as an origin");
        return address.Origin == text ? new(address, null, null) : Wrong(SpellingFaults.List(text, address), address.Origin);
    }

    /// <summary>Returns the reason as a sentence, with what to do next.</summary>
    public static string Sentence(string problem, string? suggestion) =>
        suggestion is null ? $"This is not an origin: {problem}." : $"This is not an origin: {problem}. Write {suggestion}.";

    private static OriginSpelling Wrong(string problem, string? suggestion = null) => new(null, problem, suggestion);

    /// <summary>Checks the strict grammar of an origin's host: labels of lower-case letters, digits, '-' and '_', at most 253 characters.</summary>
    private static bool HasOriginHost(WebAddress address)
    {
        var host = address.Host;
        return host[0] == '['
            || host.Length <= 253
                && !host.AsSpan().ContainsAnyExcept(NameCharacters)
                && host[0] != '.'
                && !host.Contains("..", StringComparison.Ordinal);
    }

    /// <summary>Returns the origin of the page that created a blob, because that is the origin of the blob.</summary>
    private static string? OfBlob(string text)
    {
        const string scheme = "blob:";
        var trimmed = text.Trim();
        return trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && WebAddressReader.TryRead(trimmed[scheme.Length..], out var address, out _)
            && address.Port != 0
            && HasOriginHost(address) ? address.Origin : null;
    }

    private static string? WithoutScheme(string text)
    {
        var trimmed = text.Trim().TrimStart('/');
        if (trimmed.Contains("://", StringComparison.Ordinal)
            || !WebAddressReader.TryRead($"https://{trimmed}", out var address, out _)
            || address.Port == 0
            || !HasOriginHost(address)
            || !address.Host.Contains('.', StringComparison.Ordinal) && !LoopbackHost.Is(address.Host))
            return null;
        if (!LoopbackHost.Is(address.Host))
            return address.Origin;
        return WebAddressReader.TryRead($"http://{trimmed}", out var loopback, out _) ? loopback.Origin : null;
    }
}
