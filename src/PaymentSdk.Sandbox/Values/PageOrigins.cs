using System.Text.RegularExpressions;

namespace PaymentSdk.Sandbox.Values;

/// <summary>
/// The origins whose pages can frame the windows of a shop and exchange messages with them. If there are none, any page can. An entry is an
/// exact origin, or <c>https://*.myshop.com</c> for every host below one.
/// </summary>
internal sealed partial class PageOrigins(IReadOnlyList<string> origins)
{
    private const string AnyHostBelow = "://*.";

    public IReadOnlyList<string> All { get; } = [.. origins];

    /// <summary>Returns true if a page with this origin, in the form that browsers send, is accepted.</summary>
    public bool Accept(string origin) => All.Count == 0 || All.Any(registered => registered == origin || IsBelow(registered, origin));

    /// <summary>
    /// Returns the sources for <c>frame-ancestors</c>; null for any. The syntax does not allow IPv6 addresses, so a registered origin with one is
    /// allowed by its scheme and port, and only if the browser's Referer header shows that this page embeds the window. No other page can forge
    /// that header.
    /// </summary>
    public string? Framers(string? referrer)
    {
        if (All.Count == 0)
            return null;
        var sources = All.Select(origin => !IsIpv6(origin) ? origin : referrer?.StartsWith($"{origin}/", StringComparison.Ordinal) == true ? AnyHostAt(origin) : null);
        return string.Join(' ', sources.OfType<string>().DefaultIfEmpty("'none'"));
    }

    /// <summary>Returns the fault of the first text that is not an origin, or null if all are origins.</summary>
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

    /// <summary>
    /// An origin as browsers write it: in lower case, with nothing after the port. Characters that would end a source in the window's policy are not
    /// allowed.
    /// </summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]*://(\[[0-9a-f:]+\]|(\*\.)?[a-z0-9_~!$&'()+=.-]+)(:[1-9][0-9]{0,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A(http://.*:80|https://.*:443)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultPort();
}
