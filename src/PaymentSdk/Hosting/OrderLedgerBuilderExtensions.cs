using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Configuration;
using PaymentSdk.Hosting;
using PaymentSdk.Runtime;

namespace PaymentSdk;

/// <summary>Extension methods that add a ledger, and with it the checkout process, to a registration.</summary>
public static class OrderLedgerBuilderExtensions
{
    /// <summary>
    /// Stores the orders of this registration in your own ledger, and adds <see cref="ICheckout"/> and the recovery worker, which use it. The
    /// ledger is a singleton. Run the <c>LedgerContract</c> tests against it.
    /// </summary>
    public static PaymentSdkBuilder AddOrderLedger(this PaymentSdkBuilder builder, Func<IServiceProvider, IOrderLedger> ledger)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ledger);
        var (services, name) = (builder.Services, builder.Name);
        if (services.Any(service => service.ServiceType == typeof(IOrderLedger) && Equals(service.ServiceKey, name)))
            throw new InvalidOperationException($"The registration \"{name}\" already has a ledger. Add only one ledger to each registration.");

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICheckoutRuntime>(provider => new SystemRuntime(provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(name, (provider, _) => ledger(provider));
        services.AddKeyedSingleton(name, (provider, _) => new WorkSignal(provider.GetRequiredService<ICheckoutRuntime>()));
        services.AddKeyedSingleton(name, (provider, _) => new CheckoutContext(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            provider.GetRequiredKeyedService<IPaymentClient>(name),
            provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
            provider.GetRequiredService<ICheckoutRuntime>(),
            provider.GetRequiredKeyedService<WorkSignal>(name),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("PaymentSdk.Checkout")));
        services.AddKeyedSingleton(name, (provider, _) => new RunningCalls(provider.GetRequiredService<ICheckoutRuntime>()));
        services.AddKeyedSingleton(name, (provider, _) => new CheckoutParts(
            provider.GetRequiredKeyedService<CheckoutContext>(name), provider.GetRequiredKeyedService<RunningCalls>(name)));
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<CheckoutParts>(name).Checkout);
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<CheckoutParts>(name).Refunds);
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<CheckoutParts>(name).Charges);
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<CheckoutParts>(name).Reviews);
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<CheckoutParts>(name).Rechecks);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<RunningCalls>(name));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<CheckoutParts>(name).Worker);
        EventServices.Add(services, name);
        InboxServices.Add(services, name);
        AlertServices.Add(services, name);
        ReconciliationServices.Add(services, name);
        if (name.Length == 0)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IOrderLedger>(name));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<ICheckout>(name));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IRefunds>(name));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<ICharges>(name));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IPaymentReviews>(name));
        }

        return builder;
    }
}
