using System.Globalization;
using Microsoft.Extensions.Options;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The arguments of <c>AddMerchantOrigins</c> for one registration.</summary>
internal sealed class MerchantOriginRegistration(PaymentRegistration registration)
{
    private readonly List<MerchantOriginEntry> _entries = [];
    private int _calls;

    public string Merchant => registration.Name;

    /// <summary>The path of its settings in configuration, e.g. <c>Payment</c>.</summary>
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

    /// <summary>Returns the origins that are set in code, followed by those in the configuration.</summary>
    public IEnumerable<MerchantOriginEntry> EntriesWith(PaymentSdkOptions options) =>
        _entries.Concat(options.MerchantOrigins.Select((origin, index) =>
            new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{SettingsPath}:MerchantOrigins:{index}"), origin)));
}

/// <summary>Reports every invalid origin that is set in code or in configuration, together with the other faults of the options.</summary>
internal sealed class MerchantOriginOptionsValidator(MerchantOriginRegistration registration) : IValidateOptions<PaymentSdkOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentSdkOptions options)
    {
        if (name != registration.Merchant)
            return ValidateOptionsResult.Skip;
        var compiled = MerchantOriginCompiler.Compile(registration.EntriesWith(options), MerchantOriginSwitches.Of(options));
        return compiled.Problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(compiled.Problems.Select(problem => problem.ToString()));
    }
}
