using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>The checks of every registration, in the order of the report.</summary>
internal static class PaymentChecks
{
    public static void Add(IServiceCollection services, PaymentRegistration registration)
    {
        services.TryAddSingleton<ExaminedHost>();
        services.AddKeyedSingleton(registration.Name, (provider, _) => new CheckedRegistration(provider, registration));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<CheckedRegistration>(registration.Name));
        Add(services, registration, settings => new KeysCheck(settings));
        Add(services, registration, settings => new SettingsCheck(settings));
        Add(services, registration, settings => new ApiCheck(settings));
        Add(services, registration, settings => new LedgerCheck(settings));
    }

    public static void Add(IServiceCollection services, PaymentRegistration registration, Func<CheckedRegistration, IPaymentCheck> check) =>
        services.AddSingleton(provider => check(provider.GetRequiredKeyedService<CheckedRegistration>(registration.Name)));
}
