using System.Collections.Frozen;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// The registered origins of one merchant, compiled and immutable. A decision reads one snapshot from beginning to end
/// (docs/spec/origins.md §4, rules 3 and 4).
/// </summary>
internal sealed class MerchantOriginSnapshot
{
    /// <summary>The most characters of an origin: scheme 64, "://" 3, host 253, colon 1, port 5.</summary>
    public const int LongestOrigin = 326;

    public static readonly MerchantOriginSnapshot Empty = new(new MerchantOriginRules(), [], []);

    private readonly FrozenSet<string> _exact;
    private readonly SubdomainPatterns? _patterns;
    private readonly OriginNeighbours _neighbours;
    private readonly Lazy<FrozenSet<string>> _hosts;

    public MerchantOriginSnapshot(MerchantOriginRules rules, IEnumerable<string> exact, IReadOnlyCollection<WebAddress> patternBases)
    {
        Rules = rules;
        _exact = exact.ToFrozenSet(StringComparer.Ordinal);
        Patterns = [.. patternBases.Select(found => SubdomainPatternText.Join(found.Origin))];
        _patterns = patternBases.Count == 0 ? null : new SubdomainPatterns(patternBases);
        _neighbours = new OriginNeighbours(_exact);
        _hosts = new Lazy<FrozenSet<string>>(ReadHosts);
    }

    public MerchantOriginRules Rules { get; }

    public IReadOnlyCollection<string> Exact => _exact;

    /// <summary>The registered patterns as they are written, e.g. <c>https://*.myshop.com</c>.</summary>
    public IReadOnlyCollection<string> Patterns { get; }

    public bool IsEmpty => _exact.Count == 0 && _patterns is null;

    /// <summary>Returns true if the value of an <c>Origin</c> header is registered: the exact string, or a name under a registered pattern.</summary>
    public bool Contains(string origin) =>
        origin.Length <= LongestOrigin && (_exact.Contains(origin) || _patterns?.Match(origin) == true);

    /// <summary>Returns true if an exact origin of any scheme and port has this host.</summary>
    public bool HasHost(string host) => _hosts.Value.Contains(host);

    /// <summary>Explains in words why an origin is not registered.</summary>
    public OriginDiagnosis Diagnose(string origin) => _neighbours.Diagnose(origin);

    /// <summary>Returns the same registration with additional exact origins.</summary>
    public MerchantOriginSnapshot With(IEnumerable<string> further) => new(this, further);

    private MerchantOriginSnapshot(MerchantOriginSnapshot from, IEnumerable<string> further)
    {
        Rules = from.Rules;
        Patterns = from.Patterns;
        _exact = from._exact.Union(further, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);
        _patterns = from._patterns;
        _neighbours = new OriginNeighbours(_exact);
        _hosts = new Lazy<FrozenSet<string>>(ReadHosts);
    }

    private FrozenSet<string> ReadHosts() =>
        _exact.Select(text => Origin.TryParse(text, out var origin, out _) ? origin.Host : null).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
}
