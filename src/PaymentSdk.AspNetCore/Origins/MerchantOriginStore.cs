using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.Origins;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Holds the last good snapshot of one registration. A change of the configuration or of a source compiles a new one and swaps it in
/// whole; a bad one is logged and changes nothing (origins.md §3, Reload).
/// </summary>
internal sealed class MerchantOriginStore : IDisposable
{
    private readonly Lock _changing = new();
    private readonly MerchantOriginRegistration _registration;
    private readonly IOptionsFactory<PaymentSdkOptions> _options;
    private readonly MerchantOriginSources _sources;
    private readonly ILogger<MerchantOriginStore> _logger;
    private readonly bool _mayBeEmpty;
    private readonly List<IDisposable> _watched = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private volatile CompiledOrigins _current;

    public MerchantOriginStore(
        MerchantOriginRegistration registration,
        IOptionsFactory<PaymentSdkOptions> options,
        MerchantOriginSources sources,
        bool mayBeEmpty,
        ILogger<MerchantOriginStore> logger)
    {
        _registration = registration;
        _options = options;
        _sources = sources;
        _mayBeEmpty = mayBeEmpty || sources.Any;
        _logger = logger;
        _current = new CompiledOrigins(registration.Merchant, MerchantOriginSnapshot.Empty);
    }

    public string Merchant => _registration.Merchant;

    public CompiledOrigins Current => _current;

    /// <summary>Compiles the first snapshot and begins to watch.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; every problem is listed.</exception>
    public void Start(IEnumerable<IOptionsChangeTokenSource<PaymentSdkOptions>> changes)
    {
        lock (_changing)
            _current = Compile();
        foreach (var change in changes)
        {
            if (change.Name is null || change.Name == Merchant)
                _watched.Add(ChangeToken.OnChange(change.GetChangeToken, Reload));
        }

        _sources.Watch(Reload);
    }

    /// <summary>Adds addresses that the host itself listens on (Development only).</summary>
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
        foreach (var watched in _watched)
            watched.Dispose();
        _sources.Dispose();
    }

    private void Reload()
    {
        lock (_changing)
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
#pragma warning disable CA1031 // A source or the host's own configuration may throw anything; the last good snapshot stays.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _logger.OriginReloadFailed(Merchant, exception);
            }
        }
    }

    private CompiledOrigins Compile()
    {
        var options = _options.Create(Merchant);
        var entries = _registration.EntriesWith(options).Concat(_sources.Read());
        var compiled = MerchantOriginCompiler.Compile(entries, MerchantOriginRules.Of(options));
        if (compiled.Problems.Count > 0)
            throw Invalid(compiled.Problems.Select(problem => problem.ToString()));
        var snapshot = compiled.ToSnapshot();
        if (snapshot.IsEmpty && !_mayBeEmpty)
            throw Invalid(["No merchant origin is registered: every call from a page would be refused. Add the origin of your shop's pages to Payment:MerchantOrigins or AddMerchantOrigins(\"https://myshop.com\")."]);
        return new CompiledOrigins(Merchant, _own.Count == 0 ? snapshot : snapshot.With(_own));
    }

    private OptionsValidationException Invalid(IEnumerable<string> failures) => new(Merchant, typeof(PaymentSdkOptions), failures);
}
