using System.Globalization;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>What <c>AddMerchantOrigins</c> was called with, for one registration.</summary>
internal sealed class MerchantOriginRegistration(PaymentRegistration registration)
{
    private readonly List<MerchantOriginEntry> _entries = [];
    private int _calls;

    public string Merchant => registration.Name;

    /// <summary>Where its settings are written, e.g. <c>Payment</c>.</summary>
    public string SettingsPath => registration.SettingsPath;

    public IReadOnlyList<MerchantOriginEntry> Entries => _entries;

    public List<Func<IServiceProvider, IMerchantOriginSource>> Sources { get; } = [];

    public void Add(IEnumerable<string> origins)
    {
        _calls++;
        var call = _calls == 1 ? "AddMerchantOrigins" : string.Create(CultureInfo.InvariantCulture, $"AddMerchantOrigins (call {_calls})");
        var argument = 0;
        foreach (var origin in origins)
            _entries.Add(new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{call} argument {++argument}"), origin));
    }

    /// <summary>The origins of the code, then those of the configuration.</summary>
    public IEnumerable<MerchantOriginEntry> EntriesWith(PaymentSdkOptions options) =>
        _entries.Concat(options.MerchantOrigins.Select((origin, index) =>
            new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{SettingsPath}:MerchantOrigins:{index}"), origin)));
}
