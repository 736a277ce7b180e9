using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Configuration;

/// <summary>
/// Compiles the options of one registration, and compiles them again when their configuration changes. When the reloaded options are not valid, the
/// last valid settings stay in use and every fault is logged. The class listens to the configuration itself, because an options monitor would throw
/// the faults of a reload in the code that triggers the reload.
/// </summary>
internal sealed class PaymentSettingsSource : IPaymentSettingsSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PaymentRegistration _registration;
    private readonly IOptionsFactory<PaymentSdkOptions> _options;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _subscriptions = [];
    private ConfigurationReloadToken _changed = new();
    private PaymentSettings? _current;
    private volatile IReadOnlyList<string> _faults = [];
    private IReadOnlyList<string> _unknown = [];

    public PaymentSettingsSource(
        PaymentRegistration registration,
        IOptionsFactory<PaymentSdkOptions> options,
        IEnumerable<SettingsSection> sections,
        ILogger logger)
    {
        _registration = registration;
        _options = options;
        _logger = new SafeLogger(logger);
        foreach (var section in sections)
            _subscriptions.Add(ChangeToken.OnChange(section.Configuration.GetReloadToken, Reload));
    }

    public PaymentSettings Current => Volatile.Read(ref _current) ?? CompileFirst();

    public IReadOnlyList<string> ReloadFaults => _faults;

    public IChangeToken GetReloadToken() => Volatile.Read(ref _changed);

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private PaymentSettings CompileFirst()
    {
        lock (_gate)
        {
            if (_current is null)
                Volatile.Write(ref _current, Compile());
            return _current!;
        }
    }

    private void Reload()
    {
        lock (_gate)
        {
            try
            {
                Volatile.Write(ref _current, Compile());
                _faults = [];
            }
            catch (OptionsValidationException exception)
            {
                Keep([.. exception.Failures]);
                return;
            }
        }
        Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
    }

    // One change of a file often causes two notifications, so repeated faults are not logged again.
    private void Keep(IReadOnlyList<string> faults)
    {
        if (!faults.SequenceEqual(_faults))
            Log.ReloadRefused(_logger, _registration.SettingsPath, faults.Count, string.Join(Environment.NewLine, faults));
        _faults = faults;
    }

    private PaymentSettings Compile()
    {
        var options = _options.Create(_registration.Name);
        if (options.UnknownKeys.Count > 0 && !options.UnknownKeys.SequenceEqual(_unknown))
            Log.UnknownSettings(_logger, string.Join(", ", options.UnknownKeys.Select(AddressRules.Cut)));
        _unknown = [.. options.UnknownKeys];
        return PaymentSettings.Compile(_registration.Name, options);
    }
}

/// <summary>Notifies options monitors of a reload only when the new settings are valid.</summary>
internal sealed class SettingsChangeTokenSource(PaymentRegistration registration, IPaymentSettingsSource settings)
    : IOptionsChangeTokenSource<PaymentSdkOptions>
{
    public string Name => registration.Name;

    public IChangeToken GetChangeToken() => settings.GetReloadToken();
}
