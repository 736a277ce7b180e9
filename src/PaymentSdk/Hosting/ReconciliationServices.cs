using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Reconciliation;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Hosting;

/// <summary>Registers the reconciliation and retention services of one registration.</summary>
internal static class ReconciliationServices
{
    public static void Add(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => new ReconciliationContext(
            name,
            provider.GetRequiredKeyedService<IOrderLedger>(name),
            provider.GetRequiredKeyedService<IPaymentClient>(name),
            provider.GetRequiredKeyedService<IPaymentSettingsSource>(name),
            provider.GetRequiredService<ICheckoutRuntime>(),
            provider.GetRequiredKeyedService<CheckoutParts>(name).TransactionAdoption,
            SafeLogger.Of(provider, "PaymentSdk.Reconciliation"))
        {
            OtherLedgers =
            [
                .. provider.GetServices<LedgerOfMerchant>().Where(other => other.Merchant != name)
                    .Select(other => (other.Merchant, provider.GetRequiredKeyedService<IOrderLedger>(other.Merchant))),
            ],
        });
        services.AddSingleton(new LedgerOfMerchant(name));
        services.AddKeyedSingleton(name, (provider, _) => new ReconciliationRun(provider.GetRequiredKeyedService<ReconciliationContext>(name)));
        services.AddKeyedSingleton<IReconciliation>(name, (provider, _) => provider.GetRequiredKeyedService<ReconciliationRun>(name));
        services.AddKeyedSingleton<IRetention>(name, (provider, _) => new RetentionRun(provider.GetRequiredKeyedService<ReconciliationContext>(name)));
        services.AddSingleton<IHostedService>(provider => new DailyWorker(
            provider.GetRequiredKeyedService<ReconciliationContext>(name), "reconciliation",
            settings => new DailyPlan(settings.Reconciliation.Enabled, settings.Reconciliation.TimeOfDay),
            provider.GetRequiredKeyedService<ReconciliationRun>(name).RunDailyAsync));
        services.AddSingleton<IHostedService>(provider => new DailyWorker(
            provider.GetRequiredKeyedService<ReconciliationContext>(name), "purge",
            settings => new DailyPlan(settings.Retention.Enabled, settings.Retention.TimeOfDay),
            provider.GetRequiredKeyedService<IRetention>(name).PurgeAsync));
        if (name.Length == 0)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IReconciliation>(name));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IRetention>(name));
        }
    }
}

/// <summary>The name of a registration that has a ledger.</summary>
internal sealed record LedgerOfMerchant(string Merchant);
