using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Events;
using PaymentSdk.Monitoring;

namespace PaymentSdk.Hosting;

/// <summary>Registers the services that watch the ledger of one registration.</summary>
internal static class AlertServices
{
    public static void Add(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => new LedgerWatch(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            provider.GetRequiredKeyedService<EventHandlers>(name).AnyIn(provider),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHostedService>(provider => new LedgerGauges(
            name, provider.GetRequiredKeyedService<LedgerWatch>(name), provider.GetRequiredService<TimeProvider>()));
    }
}
