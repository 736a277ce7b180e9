namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The registered origins of one site. The nearest one is found without comparing all of them.</summary>
internal sealed class KnownSite
{
    /// <summary>
    /// How many origins are kept for each host, and how many of a site's first origins are kept. More of them would not change the explanation.
    /// </summary>
    private const int MostOfOne = 8;

    private readonly Dictionary<string, List<Origin>> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Origin> _below = new(StringComparer.Ordinal);
    private readonly List<Origin> _first = [];

    public Origin First => _first[0];

    public void Add(Origin origin)
    {
        if (!_byHost.TryGetValue(origin.Host, out var same))
            _byHost.Add(origin.Host, same = []);
        if (same.Count < MostOfOne)
            same.Add(origin);
        if (_first.Count < MostOfOne)
            _first.Add(origin);
        foreach (var parent in Parents(origin.Host))
            _below.TryAdd(parent, origin);
    }

    /// <summary>Returns the origin that differs in the fewest parts. Among origins with another host, the apex or www name is preferred.</summary>
    public Origin Nearest(Origin origin) => Candidates(origin).MinBy(known => Distance(known, origin));

    private IEnumerable<Origin> Candidates(Origin origin)
    {
        IEnumerable<string> hosts = [origin.Host, $"www.{origin.Host}", .. Parents(origin.Host)];
        var named = hosts.SelectMany(host => _byHost.GetValueOrDefault(host, []));
        return _below.TryGetValue(origin.Host, out var below) ? [.. named, below, .. _first] : [.. named, .. _first];
    }

    /// <summary>Returns the parent names of a host, the nearest first, at most eight: <c>a.b.c</c> has <c>b.c</c> and <c>c</c>.</summary>
    private static IEnumerable<string> Parents(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        for (var depth = 0; dot >= 0 && depth < MostOfOne; depth++)
        {
            yield return host[(dot + 1)..];
            dot = host.IndexOf('.', dot + 1);
        }
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
}
