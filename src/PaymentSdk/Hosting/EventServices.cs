using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Events;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Hosting;

/// <summary>Registers the services that deliver the order events of one registration.</summary>
internal static class EventServices
{
    public static void Add(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, new EventHandlers(name));
        services.AddKeyedSingleton<IOrderEvents>(name, (provider, _) => new OrderEvents(name, provider.GetRequiredKeyedService<IOrderLedger>(name), provider.GetRequiredKeyedService<WorkSignal>(name)));
        services.AddSingleton<IHostedService>(provider => NewWorker(provider, name));
        if (name.Length == 0)
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IOrderEvents>(name));
    }

    private static EventWorker NewWorker(IServiceProvider provider, string name)
    {
        var ledger = provider.GetRequiredKeyedService<IOrderLedger>(name);
        var handlers = provider.GetRequiredKeyedService<EventHandlers>(name);
        var runtime = provider.GetRequiredService<ICheckoutRuntime>();
        var logger = SafeLogger.Of(provider, "PaymentSdk.Events");
        var dispatcher = new EventDispatcher(ledger, handlers, provider.GetRequiredService<IServiceScopeFactory>(), runtime, logger);
        return new EventWorker(
            name, ledger, dispatcher, handlers.AnyIn(provider), provider.GetRequiredKeyedService<IPaymentSettingsSource>(name), runtime,
            provider.GetRequiredKeyedService<WorkSignal>(name), logger);
    }
}
