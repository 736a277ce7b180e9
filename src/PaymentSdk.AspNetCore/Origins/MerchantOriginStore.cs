using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PaymentSdk.AspNetCore.Diagnostics;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Holds the last good snapshot of one registration. A change of the configuration or of a source compiles a new snapshot and replaces the old one
/// as a whole. An invalid one is logged and changes nothing (docs/spec/origins.md §3, Reload).
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
        // A token that has already fired calls back on this thread while it is subscribed to. The reload is then repeated afterwards.
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
        var compiled = MerchantOriginCompiler.Compile(entries, MerchantOriginRules.Of(options));
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

    /// <summary>Returns the origins of the source. It throws what the source throws; the source is then read again the next time.</summary>
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
