using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Api.Billing;
using PaymentSdk.Sandbox.Api.BrandPay;
using PaymentSdk.Sandbox.Api.CashReceipts;
using PaymentSdk.Sandbox.Api.Charges;
using PaymentSdk.Sandbox.Api.Payments;
using PaymentSdk.Sandbox.Api.Payouts;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Api.Promotions;
using PaymentSdk.Sandbox.Api.Settlements;
using PaymentSdk.Sandbox.Api.Transactions;

namespace PaymentSdk.Sandbox.Api;

/// <summary>Registers the classes that carry out the API's operations.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<RequestReader>();
        services.AddSingleton<ApiPipeline>();
        services.AddSingleton<PaymentOperations>();
        services.AddSingleton<CreatePayment>();
        services.AddSingleton<KeyIn>();
        services.AddSingleton<IssueVirtualAccount>();
        services.AddSingleton<IssueBillingKey>();
        services.AddSingleton<IssueBillingKeyByCard>();
        services.AddSingleton<ChargeBillingKey>();
        services.AddSingleton<RemoveBillingKey>();
        services.AddSingleton<IssueCashReceipt>();
        services.AddSingleton<CancelCashReceipt>();
        services.AddSingleton<ListCashReceipts>();
        services.AddSingleton<PromotionCatalog>();
        services.AddSingleton<ListPromotions>();
        services.AddSingleton<ListCardPromotions>();
        services.AddBrandPay();
        services.AddPayouts();
        services.AddSingleton<ListTransactions>();
        services.AddSingleton<ListSettlements>();
        services.AddSingleton<RequestSettlement>();
    }

    private static void AddBrandPay(this IServiceCollection services)
    {
        services.AddSingleton<ListTerms>();
        services.AddSingleton<AgreeToTerms>();
        services.AddSingleton<IssueAccessToken>();
        services.AddSingleton<BrandPayMethodJson>();
        services.AddSingleton<ListMethods>();
        services.AddSingleton<RemoveMethod>();
        services.AddSingleton<ConfirmBrandPay>();
        services.AddSingleton<PayWithMethod>();
        services.AddSingleton<RemoveCustomer>();
        services.AddSingleton<ListBrandPayPromotions>();
    }

    private static void AddPayouts(this IServiceCollection services)
    {
        services.AddSingleton<RegisterSeller>();
        services.AddSingleton<UpdateSeller>();
        services.AddSingleton<RemoveSeller>();
        services.AddSingleton<ReadSellers>();
        services.AddSingleton<RequestPayouts>();
        services.AddSingleton<CancelPayout>();
        services.AddSingleton<ReadPayouts>();
        services.AddSingleton<ReadBalance>();
    }
}
