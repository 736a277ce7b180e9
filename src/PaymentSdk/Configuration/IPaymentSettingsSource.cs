using Microsoft.Extensions.Primitives;

namespace PaymentSdk.Configuration;

/// <summary>The last good settings of one registration; a keyed service, keyed by its name.</summary>
internal interface IPaymentSettingsSource
{
    /// <summary>The settings that requests read.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">There were no good ones yet.</exception>
    PaymentSettings Current { get; }

    /// <summary>What was wrong with the last reload; empty when it was good. Then <see cref="Current"/> is older than the configuration.</summary>
    IReadOnlyList<string> ReloadFaults => [];

    /// <summary>Fires once when <see cref="Current"/> has been replaced by new good settings.</summary>
    IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);
}
