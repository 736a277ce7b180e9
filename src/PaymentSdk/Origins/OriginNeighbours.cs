namespace PaymentSdk.Origins;

/// <summary>
/// The registered origins by the site they belong to, to find the one that comes nearest to a stranger.
/// Bounded, so that a flood of refusals stays cheap: it knows the first 10 000 origins and compares at most 64 sites by their looks.
/// </summary>
internal sealed class OriginNeighbours
{
    private const int MostKnown = 10_000;
    private const int MostCompared = 64;

    private readonly Dictionary<string, List<Origin>> _bySite = new(StringComparer.Ordinal);

    public OriginNeighbours(IEnumerable<string> registered)
    {
        foreach (var text in registered.Take(MostKnown))
        {
            if (!Origin.TryParse(text, out var origin, out _))
                continue;
            var site = SiteName.Of(origin);
            if (!_bySite.TryGetValue(site, out var origins))
                _bySite.Add(site, origins = []);
            origins.Add(origin);
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
            return new(shown, alike, $"registered {alike}, got {shown}: host differs, and only looks like it.", "Do not add it unless you are sure that the page is yours.")
            {
                Difference = alike.Compare(origin),
            };
        return new(shown, null, $"got {shown}, and no registered origin comes near it.", Add(origin));
    }

    private static OriginDiagnosis Malformed(string shown, OriginSpelling spelling) => new(
        shown,
        null,
        $"got {shown}, which no browser sends: {spelling.Problem ?? "it is too long"}.",
        spelling.Suggestion is { } suggestion ? $"The caller should send {suggestion}." : "Look at what the caller puts into the Origin header.");

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

    /// <summary>The fewest differing parts; of those with another host, the apex or www name first.</summary>
    private Origin? Nearest(Origin origin)
    {
        if (!_bySite.TryGetValue(SiteName.Of(origin), out var origins))
            return null;
        return origins.MinBy(known => Distance(known, origin));
    }

    private static int Distance(Origin known, Origin origin)
    {
        var difference = known.Compare(origin);
        var host = !difference.HasFlag(OriginDifference.Host) ? 0
            : known.Host == $"www.{origin.Host}" || origin.Host == $"www.{known.Host}" ? 4
            : known.Host.EndsWith($".{origin.Host}", StringComparison.Ordinal) || origin.Host.EndsWith($".{known.Host}", StringComparison.Ordinal) ? 5
            : 6;
        return host + (difference.HasFlag(OriginDifference.Scheme) ? 2 : 0) + (difference.HasFlag(OriginDifference.Port) ? 1 : 0);
    }

    private Origin? LooksLike(Origin origin)
    {
        var site = SiteName.Of(origin);
        foreach (var (known, origins) in _bySite.Take(MostCompared))
        {
            if (LookAlike.Are(site, known))
                return origins[0];
        }

        return null;
    }
}
