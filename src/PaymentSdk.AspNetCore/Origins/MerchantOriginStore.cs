using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PaymentSdk.AspNetCore.Diagnostics;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Holds the last good snapshot of one registration. When the configuration or a source changes, a new snapshot is compiled and replaces the old one
/// as a whole. An invalid snapshot is logged and changes nothing (docs/spec/origins.md §3, Reload).
/// </summary>
internal sealed class MerchantOriginStore : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _changing = new();
    private readonly MerchantOriginRegistration _registration;
    private readonly IOptionsFactory<PaymentSdkOptions> _options;
    private readonly WatchedOriginSource[] _sources;
    private readonly ILogger _logger;
    private readonly ITimer _retry;
    private readonly bool _mayBeEmpty;
    private readonly List<IDisposable> _watched = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private volatile CompiledOrigins _current;
    private bool _changedMeanwhile;

    public MerchantOriginStore(
        MerchantOriginRegistration registration,
        IOptionsFactory<PaymentSdkOptions> options,
        IEnumerable<IMerchantOriginSource> sources,
        bool mayBeEmpty,
        TimeProvider time,
        ILogger logger)
    {
        _registration = registration;
        _options = options;
        _sources = [.. sources.Select(source => new WatchedOriginSource(source))];
        _mayBeEmpty = mayBeEmpty || _sources.Length > 0;
        _logger = logger;
        _retry = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _current = new CompiledOrigins(registration.Merchant, MerchantOriginSnapshot.Empty);
    }

    public string Merchant => _registration.Merchant;

    /// <summary>The path of the registration's settings in configuration, e.g. <c>Payment</c>.</summary>
    public string SettingsPath => _registration.SettingsPath;

    public CompiledOrigins Current => _current;

    /// <summary>Compiles the first snapshot and begins to watch for changes.</summary>
    /// <exception cref="OptionsValidationException">The registration is invalid; every problem is listed.</exception>
    public void Start(IEnumerable<IOptionsChangeTokenSource<PaymentSdkOptions>> changes)
    {
        lock (_changing)
            _current = Compile();
        foreach (var change in changes)
        {
            if (change.Name is null || change.Name == Merchant)
                _watched.Add(ChangeToken.OnChange(change.GetChangeToken, Reload));
        }
    }

    /// <summary>Adds addresses on which the host itself listens (Development only).</summary>
    public void AddOwn(IEnumerable<string> origins)
    {
        lock (_changing)
        {
            _own.UnionWith(origins);
            _current = new CompiledOrigins(Merchant, _current.Snapshot.With(_own));
        }
    }

    public void Dispose()
    {
        _retry.Dispose();
        foreach (var watched in _watched.Concat(_sources))
            watched.Dispose();
    }

    private void Reload()
    {
        // A change token that has already fired calls back on this thread while it is subscribed to. The reload is then repeated afterwards.
        if (_changing.IsHeldByCurrentThread)
        {
            _changedMeanwhile = true;
            return;
        }

        lock (_changing)
        {
            const int mostRounds = 10;
            for (var round = 0; round == 0 || _changedMeanwhile && round < mostRounds; round++)
            {
                _changedMeanwhile = false;
                TryCompile();
            }
        }
    }

    private void TryCompile()
    {
        try
        {
            _current = Compile();
            _logger.OriginsReloaded(Merchant, _current.Snapshot.Exact.Count);
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                _logger.OriginReloadRefused(Merchant, failure);
        }
#pragma warning disable CA1031 // A source may throw anything; the last good snapshot stays, and the source is read again later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.OriginReloadFailed(Merchant, RetryAfter.TotalSeconds, exception);
            _retry.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
    }

    private CompiledOrigins Compile()
    {
        var options = _options.Create(Merchant);
        var entries = _registration.EntriesWith(options).Concat(_sources.SelectMany(Entries));
        var compiled = MerchantOriginCompiler.Compile(entries, MerchantOriginSwitches.Of(options));
        if (compiled.Problems.Count > 0)
            throw Invalid(compiled.Problems.Select(problem => problem.ToString()));
        var snapshot = compiled.ToSnapshot();
        if (snapshot.IsEmpty && !_mayBeEmpty)
            throw Invalid([$"No merchant origin is registered: every call from a page would be refused. Add the origin of your shop's pages to {_registration.SettingsPath}:MerchantOrigins or AddMerchantOrigins(\"https://myshop.com\")."]);
        return new CompiledOrigins(Merchant, _own.Count == 0 ? snapshot : snapshot.With(_own));
    }

    private IEnumerable<MerchantOriginEntry> Entries(WatchedOriginSource source) => source.Read(Reload)
        .Select((origin, index) => new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{source.Name} origin {index + 1}"), origin));

    private OptionsValidationException Invalid(IEnumerable<string> failures) => new(Merchant, typeof(PaymentSdkOptions), failures);
}

/// <summary>A source with its last list. It is read again only after the token of that list has fired.</summary>
internal sealed class WatchedOriginSource(IMerchantOriginSource source) : IDisposable
{
    private MerchantOriginList? _list;
    private IDisposable? _subscription;

    public string Name { get; } = source.GetType().Name;

    /// <summary>
    /// Returns the origins of the source. If the source throws an exception, it is passed on, and the next call reads the source again.
    /// </summary>
    public IReadOnlyList<string> Read(Action changed)
    {
        if (_list is { ChangeToken.HasChanged: false })
            return _list.Origins;
        _list = source.GetOrigins();
        _subscription?.Dispose();
        _subscription = _list.ChangeToken.RegisterChangeCallback(_ => changed(), null);
        return _list.Origins;
    }

    public void Dispose() => _subscription?.Dispose();
}

/// <summary>The stores of every registration, by name.</summary>
internal sealed class MerchantOriginStores(IEnumerable<MerchantOriginStore> stores)
{
    private readonly FrozenDictionary<string, MerchantOriginStore> _byMerchant = stores.ToFrozenDictionary(store => store.Merchant, StringComparer.Ordinal);

    public IReadOnlyCollection<MerchantOriginStore> All => _byMerchant.Values;

    public MerchantOriginStore? Find(string merchant) => _byMerchant.GetValueOrDefault(merchant);

    /// <summary>
    /// Returns the current snapshot of a registration. The registration must have merchant origins; every registration with mapped endpoints has
    /// them.
    /// </summary>
    public MerchantOriginSnapshot SnapshotOf(string merchant) => Find(merchant)!.Current.Snapshot;
}

/// <summary>
/// The registered origins of one merchant, compiled and immutable. A decision reads one snapshot from beginning to end
/// (docs/spec/origins.md §4, rules 3 and 4).
/// </summary>
internal sealed class MerchantOriginSnapshot
{
    /// <summary>The maximum number of characters of an origin: scheme 64, "://" 3, host 253, colon 1, port 5.</summary>
    public const int LongestOrigin = 326;

    public static readonly MerchantOriginSnapshot Empty = new(new MerchantOriginSwitches(), [], []);

    private readonly FrozenSet<string> _exact;
    private readonly SubdomainPatterns? _patterns;
    private readonly OriginNeighbours _neighbours;
    private readonly Lazy<FrozenSet<string>> _hosts;

    public MerchantOriginSnapshot(MerchantOriginSwitches switches, IEnumerable<string> exact, IReadOnlyCollection<WebAddress> patternBases)
    {
        Switches = switches;
        _exact = exact.ToFrozenSet(StringComparer.Ordinal);
        Patterns = [.. patternBases.Select(found => SubdomainPatternText.Join(found.Origin))];
        _patterns = patternBases.Count == 0 ? null : new SubdomainPatterns(patternBases);
        _neighbours = new OriginNeighbours(_exact);
        _hosts = new Lazy<FrozenSet<string>>(ReadHosts);
    }

    public MerchantOriginSwitches Switches { get; }

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

    /// <summary>Returns a copy of this snapshot with additional exact origins.</summary>
    public MerchantOriginSnapshot With(IEnumerable<string> further) => new(this, further);

    private MerchantOriginSnapshot(MerchantOriginSnapshot from, IEnumerable<string> further)
    {
        Switches = from.Switches;
        Patterns = from.Patterns;
        _exact = from._exact.Union(further, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);
        _patterns = from._patterns;
        _neighbours = new OriginNeighbours(_exact);
        _hosts = new Lazy<FrozenSet<string>>(ReadHosts);
    }

    private FrozenSet<string> ReadHosts() =>
        _exact.Select(text => Origin.TryParse(text, out var origin, out _) ? origin.Host : null).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>
/// A snapshot with the two decisions that let requests in. The decisions are created once, so that a request allocates no memory for them.
/// </summary>
internal sealed class CompiledOrigins(string merchant, MerchantOriginSnapshot snapshot)
{
    public MerchantOriginSnapshot Snapshot { get; } = snapshot;

    public OriginDecision Allowed { get; } = new(merchant, OriginVerdict.Allowed, snapshot.Switches.AllowCredentials);

    public OriginDecision Passed { get; } = new(merchant, OriginVerdict.Passed, Credentials: false);
}
