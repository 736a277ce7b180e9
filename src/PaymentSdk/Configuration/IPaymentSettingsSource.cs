using Microsoft.Extensions.Primitives;

namespace PaymentSdk.Configuration;

/// <summary>The last valid settings of one registration. It is a keyed service; its key is the name of the registration.</summary>
internal interface IPaymentSettingsSource
{
    /// <summary>The settings that requests read.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">No valid settings have been read yet.</exception>
    PaymentSettings Current { get; }

    /// <summary>
    /// The faults of the last reload; empty when it was valid. While there are faults, <see cref="Current"/> comes from an earlier version of the
    /// configuration.
    /// </summary>
    IReadOnlyList<string> ReloadFaults => [];

    /// <summary>Returns a token that fires once, when <see cref="Current"/> has been replaced by new valid settings.</summary>
    IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);
}
