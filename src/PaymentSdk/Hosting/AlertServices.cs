using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Events;
using PaymentSdk.Monitoring;

namespace PaymentSdk.Hosting;

/// <summary>Puts what watches one registration's ledger into the services, beside the ledger.</summary>
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
