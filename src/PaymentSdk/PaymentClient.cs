using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Http;
using PaymentSdk.Payments;
using PaymentSdk.Settings;
using PaymentSdk.Transactions;

namespace PaymentSdk;

/// <summary>The client over HTTP.</summary>
internal sealed class PaymentClient(ApiSender sender) : IPaymentClient
{
    public IPayments Payments { get; } = new PaymentsResource(sender);

    public ITransactions Transactions { get; } = new TransactionsResource(sender);

    public static PaymentClient Create(IServiceProvider services, PaymentRegistration registration) => new(new ApiSender(
        registration,
        services.GetRequiredService<IHttpClientFactory>(),
        services.GetRequiredKeyedService<IPaymentSettingsSource>(registration.Name),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<IPaymentClient>>()));
}
