using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>The checks of a registration that a web host adds, in the order of the report.</summary>
internal static class HostChecks
{
    public static void Add(IServiceCollection services, PaymentRegistration registration, MerchantOriginRegistration origins)
    {
        services.AddHostedService<PublicAddressStartup>();
        services.AddHostedService<PublishedSecretStartup>();
        PaymentChecks.Add(services, registration, settings => new OriginsCheck(settings, new RegisteredOrigins(settings, origins)));
        PaymentChecks.Add(services, registration, settings => new PublicAddressCheck(settings, new RegisteredOrigins(settings, origins)));
        PaymentChecks.Add(services, registration, settings => new WindowCheck(settings));
    }
}
