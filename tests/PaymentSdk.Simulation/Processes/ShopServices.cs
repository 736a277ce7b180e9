using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentSdk.Configuration;
using PaymentSdk.Runtime;

namespace PaymentSdk.Simulation.Processes;

/// <summary>
/// The services of a process, as a host registers them: <c>AddPaymentSdk</c> and a ledger. Only the parts at the boundary of the process
/// are replaced: clock and runtime, settings, ledger, and the handler under the HTTP pipeline.
/// </summary>
internal static class ShopServices
{
    public static ServiceProvider Build(ShopProcess process, Shop shop, ICheckoutRuntime runtime, ShopSettings settings, HttpMessageHandler wire)
    {
        var services = new ServiceCollection();
        services.AddSingleton(runtime);
        services.AddSingleton(runtime.Time);
        services.AddSingleton<ILoggerFactory>(shop.World.Trace is null ? NullLoggerFactory.Instance : new TraceLoggerFactory(shop.World, process.Life));
        var payments = services.AddPaymentSdk(shop.Merchant, _ => { });
        payments.HttpClient.ConfigurePrimaryHttpMessageHandler(() => wire).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        payments.AddOrderLedger(_ => process.Ledger);
        services.AddKeyedSingleton<IPaymentSettingsSource>(shop.Merchant, settings);
        services.AddKeyedSingleton<IOrderEventHandler>(shop.Merchant, new ShopEventHandler(shop, process));
        return services.BuildServiceProvider();
    }

    /// <summary>Handles the events of a process, unless the history makes the handler fail.</summary>
    private sealed class ShopEventHandler(Shop shop, ShopProcess process) : IOrderEventHandler
    {
        public async Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
        {
            shop.World.CheckThread();
            if (shop.Handle is { } handle)
                await handle(process, happened);
            shop.RecordHandled(process, happened);
        }
    }
}
