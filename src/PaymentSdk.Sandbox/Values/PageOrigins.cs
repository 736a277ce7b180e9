using System.Text.RegularExpressions;

namespace PaymentSdk.Sandbox.Values;

/// <summary>
/// The origins whose pages may frame the windows of a shop and talk to them; none: any page may. Exact origins, and
/// <c>https://*.myshop.com</c> for every host below one.
/// </summary>
internal sealed partial class PageOrigins(IReadOnlyList<string> origins)
{
    private const string AnyHostBelow = "://*.";

    public IReadOnlyList<string> All { get; } = [.. origins];

    /// <summary>Whether a page of this origin, as a browser writes it, is one of them.</summary>
    public bool Accept(string origin) => All.Count == 0 || All.Any(registered => registered == origin || IsBelow(registered, origin));

    /// <summary>
    /// The sources of <c>frame-ancestors</c>; null: any. Its grammar has no IPv6 addresses: a registered page of one is let in by
    /// its port, and only where the browser says that it is this page that asks, which no other page can make it say.
    /// </summary>
    public string? Framers(string? referrer)
    {
        if (All.Count == 0)
            return null;
        var sources = All.Select(origin => !IsIpv6(origin) ? origin : referrer?.StartsWith($"{origin}/", StringComparison.Ordinal) == true ? AnyHostAt(origin) : null);
        return string.Join(' ', sources.OfType<string>().DefaultIfEmpty("'none'"));
    }

    /// <summary>What is wrong with the first text that is no origin; null when all are.</summary>
    public static string? Fault(IEnumerable<string> origins) => origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
        ? $"'{wrong}' is not an origin: write scheme, host and port only, like https://myshop.com or https://*.myshop.com"
        : null;

    private static bool IsIpv6(string origin) => origin.Contains('[', StringComparison.Ordinal);

    private static string AnyHostAt(string origin) => $"{origin[..origin.IndexOf('[', StringComparison.Ordinal)]}*{origin[(origin.IndexOf(']', StringComparison.Ordinal) + 1)..]}";

    private static bool IsBelow(string registered, string origin)
    {
        var wildcard = registered.IndexOf(AnyHostBelow, StringComparison.Ordinal);
        if (wildcard < 0)
            return false;
        var front = registered[..(wildcard + "://".Length)];
        var end = registered[(wildcard + "://*".Length)..];
        return origin.Length > front.Length + end.Length
            && origin.StartsWith(front, StringComparison.Ordinal)
            && origin.EndsWith(end, StringComparison.Ordinal)
            && origin.AsSpan(front.Length..^end.Length).IndexOfAny(":/@") < 0;
    }

    private static bool IsOrigin(string text) => Form().IsMatch(text) && !DefaultPort().IsMatch(text);

    /// <summary>As a browser writes it: lower case, nothing behind the port. What would end a source in the window's policy is not part of it.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]*://(\[[0-9a-f:]+\]|(\*\.)?[a-z0-9_~!$&'()+=.-]+)(:[1-9][0-9]{0,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A(http://.*:80|https://.*:443)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultPort();
}
