using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Api.Billing;
using PaymentSdk.Api.BrandPay;
using PaymentSdk.Api.CashReceipts;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Payouts;
using PaymentSdk.Api.Promotions;
using PaymentSdk.Api.Settlements;
using PaymentSdk.Api.Transactions;
using PaymentSdk.Api.VirtualAccounts;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api;

/// <summary>The payment client that calls the API over HTTP.</summary>
internal sealed class PaymentClient(ApiSender sender) : IPaymentClient
{
    public IPayments Payments { get; } = new PaymentsResource(sender);

    public IVirtualAccounts VirtualAccounts { get; } = new VirtualAccountsResource(sender);

    public IBilling Billing { get; } = new BillingResource(sender);

    public ITransactions Transactions { get; } = new TransactionsResource(sender);

    public ISettlements Settlements { get; } = new SettlementsResource(sender);

    public ICashReceipts CashReceipts { get; } = new CashReceiptsResource(sender);

    public IPromotions Promotions { get; } = new PromotionsResource(sender);

    public IBrandPay BrandPay { get; } = new BrandPayResource(sender);

    public ISellers Sellers { get; } = new SellersResource(sender);

    public IPayouts Payouts { get; } = new PayoutsResource(sender);

    public Task<JsonElement> SendAsync(
        HttpMethod method, string path, string? json, IdempotencyKey? idempotencyKey, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(RawCall.Build(method, path, json, idempotencyKey), AnswerShape.Raw, options, cancellationToken);

    public static PaymentClient Create(IServiceProvider services, PaymentRegistration registration) => new(new ApiSender(
        registration,
        services.GetRequiredKeyedService<PaymentHttpClients>(registration.Name),
        services.GetRequiredKeyedService<IPaymentSettingsSource>(registration.Name),
        services.GetRequiredKeyedService<ApiPulse>(registration.Name),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<IPaymentClient>>()));
}
