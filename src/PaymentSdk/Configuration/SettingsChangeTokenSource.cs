using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.Configuration;

/// <summary>Lets an options monitor see a reload, but only one that was valid.</summary>
internal sealed class SettingsChangeTokenSource(PaymentRegistration registration, IPaymentSettingsSource settings)
    : IOptionsChangeTokenSource<PaymentSdkOptions>
{
    public string Name => registration.Name;

    public IChangeToken GetChangeToken() => settings.GetReloadToken();
}
