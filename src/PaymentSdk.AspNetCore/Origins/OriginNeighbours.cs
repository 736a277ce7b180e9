using PaymentSdk.AspNetCore.Origins.Suffixes;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// The registered origins by their site, to find the one that is nearest to an unknown origin. A refusal costs the same however many are
/// registered, so a flood of refusals stays cheap. Only the first 10,000 origins are included.
/// </summary>
internal sealed class OriginNeighbours
{
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, KnownSite> _bySite = new(StringComparer.Ordinal);
    private readonly LookAlike _looks = new();

    public OriginNeighbours(IEnumerable<string> registered)
    {
        foreach (var text in registered.Take(MostKnown))
        {
            if (!Origin.TryParse(text, out var origin, out _))
                continue;
            var site = SiteName.Of(origin);
            if (!_bySite.TryGetValue(site, out var known))
            {
                _bySite.Add(site, known = new KnownSite());
                _looks.Add(site);
            }

            known.Add(origin);
        }
    }

    public OriginDiagnosis Diagnose(string presented)
    {
        var shown = MerchantOriginProblem.Shown(presented);
        var spelling = OriginSpelling.Read(presented.Length > MerchantOriginSnapshot.LongestOrigin ? presented[..MerchantOriginSnapshot.LongestOrigin] : presented);
        if (AppOrigin.HasAppScheme(presented))
            return new(shown, null, $"got {shown}, the origin of an app or an extension.", "Register it with DangerouslyAllowAppSchemes, or let the app call without an origin (AllowRequestsWithoutOrigin).");
        if (!Origin.TryParse(presented.Length > MerchantOriginSnapshot.LongestOrigin ? null : presented, out var origin, out _))
            return Malformed(shown, spelling);
        if (_bySite.Count == 0)
            return new(shown, null, $"got {shown}, but no origin is registered.", Add(origin));
        if (Nearest(origin) is { } nearest)
            return Near(shown, origin, nearest);
        if (LooksLike(origin) is { } alike)
            return new(shown, alike, $"registered {alike}, got {shown}: host differs and only looks similar.", "Do not add it unless you are sure that the page is yours.")
            {
                Difference = alike.Compare(origin),
            };
        return new(shown, null, $"got {shown}, and no registered origin is similar to it.", Add(origin));
    }

    private static OriginDiagnosis Malformed(string shown, OriginSpelling spelling) => new(
        shown,
        null,
        $"got {shown}, which no browser sends: {spelling.Problem ?? "it is too long"}.",
        spelling.Suggestion is { } suggestion ? $"The caller should send {suggestion}." : "Check what the caller puts into the Origin header.");

    private static OriginDiagnosis Near(string shown, Origin origin, Origin nearest)
    {
        var difference = nearest.Compare(origin);
        var parts = difference.ToString().ToLowerInvariant();
        var verb = parts.Contains(',', StringComparison.Ordinal) ? "differ" : "differs";
        return new(shown, nearest, $"registered {nearest}, got {shown}: {parts} {verb}.", Hint(origin, difference)) { Difference = difference };
    }

    private static string Hint(Origin origin, OriginDifference difference) => difference.HasFlag(OriginDifference.Scheme) switch
    {
        true when origin.Scheme == "http" && !LoopbackHost.Is(origin.Host) => "Open the page over https.",
        _ => Add(origin),
    };

    private static string Add(Origin origin) => $"Add {origin} to Payment:MerchantOrigins if that page is yours.";

    private Origin? Nearest(Origin origin) => _bySite.TryGetValue(SiteName.Of(origin), out var site) ? site.Nearest(origin) : null;

    private Origin? LooksLike(Origin origin) => _looks.Find(SiteName.Of(origin)) is { } site ? _bySite[site].First : null;
}

/// <summary>
/// The part of a host that one owner registered, e.g. <c>myshop.co.kr</c> of <c>www.myshop.co.kr</c>. It is good enough for an explanation, but not
/// for a decision.
/// </summary>
internal static class SiteName
{
    public static string Of(Origin origin)
    {
        if (origin.IsIpAddress)
            return origin.Host;
        var host = origin.Host.TrimEnd('.');
        for (var dot = host.LastIndexOf('.'); dot > 0; dot = host.LastIndexOf('.', dot - 1))
        {
            var suffix = host[(dot + 1)..];
            if (!SharedSuffixes.Contains(suffix))
                return suffix;
        }

        return host;
    }
}
