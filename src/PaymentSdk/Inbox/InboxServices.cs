using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout;
using PaymentSdk.Settings;

namespace PaymentSdk.Inbox;

/// <summary>Puts one registration's inbox into the services, beside its ledger.</summary>
internal static class InboxServices
{
    public static void Add(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton<IntakePlaces>(name);
        services.AddKeyedSingleton(name, (provider, _) => new WebhookIntake(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            new RecentHints(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredKeyedService<IntakePlaces>(name),
            NewOthers(provider, name),
            NewLogger(provider)));
        services.AddSingleton<IHostedService>(provider => new InboxWorker(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            provider.GetRequiredKeyedService<Hints>(name),
            provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
            provider.GetRequiredService<TimeProvider>(),
            NewLogger(provider)));
    }

    private static OtherWebhooks NewOthers(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IServiceScopeFactory>(),
        provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
        provider.GetRequiredService<TimeProvider>(),
        NewLogger(provider));

    private static ILogger NewLogger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger("PaymentSdk.Inbox");
}
