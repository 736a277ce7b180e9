using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Hosting;

/// <summary>Registers the services of the webhook inbox of one registration.</summary>
internal static class InboxServices
{
    public static void Add(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton<ReceiverSlots>(name);
        services.AddKeyedSingleton(name, (provider, _) => new WebhookReceiver(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            new RecentNotifications(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredKeyedService<ReceiverSlots>(name),
            NewOthers(provider, name),
            provider.GetRequiredService<ICheckoutRuntime>(),
            provider.GetRequiredKeyedService<WorkSignal>(name),
            NewLogger(provider)));
        services.AddSingleton<IHostedService>(provider => new InboxWorker(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            provider.GetRequiredKeyedService<RecheckRequests>(name),
            provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
            provider.GetRequiredService<ICheckoutRuntime>(),
            provider.GetRequiredKeyedService<WorkSignal>(name),
            NewLogger(provider)));
    }

    private static OtherWebhooks NewOthers(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IServiceScopeFactory>(),
        provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
        provider.GetRequiredService<TimeProvider>(),
        NewLogger(provider));

    private static SafeLogger NewLogger(IServiceProvider provider) => SafeLogger.Of(provider, "PaymentSdk.Notifications");
}
