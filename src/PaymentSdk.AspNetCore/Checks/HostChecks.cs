using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>Adds the checks of a registration that need a web host, in the order of the report.</summary>
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

/// <summary>Checks whether the payment window can send the buyer back to an https address of this shop.</summary>
internal sealed class PublicAddressCheck(CheckedRegistration registration, RegisteredOrigins origins) : IPaymentCheck
{
    public string Name => registration.Line("public address");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaymentCheckResult>>([Look(registration.Options())]);

    private PaymentCheckResult Look(PaymentSdkOptions options)
    {
        var setting = $"{origins.SettingsPath}:{nameof(options.PublicAddress)}";
        if (string.IsNullOrEmpty(options.PublicAddress))
        {
            return origins.IsDevelopment
                ? new(Name, PaymentCheckState.Ok, "The address of the request.")
                : new(Name, PaymentCheckState.Warning, "Not set: the buyer returns to the Host of the request, after forwarded headers.", $"Set {setting}, e.g. https://myshop.com, or make sure that the proxy forwards host and scheme.");
        }

        if (!WebAddressReader.TryRead(options.PublicAddress, out var address, out var reason))
            return new(Name, PaymentCheckState.Fault, $"{setting} cannot be read: {reason}", "Write for example https://myshop.com.");
        if (!origins.IsDevelopment && PublicAddressRule.BrokenBy(address) is { } broken)
            return new(Name, broken.Stops && IsLive(options) ? PaymentCheckState.Fault : PaymentCheckState.Warning, $"{setting} is {address.Origin}: {broken.Reason}", broken.Advice);
        return Registered(setting, address.Origin);
    }

    private PaymentCheckResult Registered(string setting, string origin)
    {
        var registered = origins.Compile().Registered;
        if (registered.Contains(origin) || origins.IsDevelopment && LoopbackHost.Is(Origin.Parse(origin).Host))
            return new(Name, PaymentCheckState.Ok, $"{origin}.");
        var diagnosis = registered.Diagnose(origin);
        return new(Name, PaymentCheckState.Warning, $"{setting} is {origin}, which is not a registered merchant origin: {diagnosis.Explanation}", diagnosis.Hint);
    }

    private static bool IsLive(PaymentSdkOptions options) => KeyShape.Of(options.SecretKey) is { IsTest: false };
}
