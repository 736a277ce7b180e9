using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Api.Billing;
using PaymentSdk.Sandbox.Api.CashReceipts;
using PaymentSdk.Sandbox.Api.Charges;
using PaymentSdk.Sandbox.Api.Promotions;
using PaymentSdk.Sandbox.Api.Settlements;
using PaymentSdk.Sandbox.Api.Transactions;
using PaymentSdk.Sandbox.Api.VirtualAccounts;

namespace PaymentSdk.Sandbox.Api;

/// <summary>Every operation of the API, one class each.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiPipeline>();
        services.AddSingleton<PaymentOperations>();
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
        services.AddSingleton<ListTransactions>();
        services.AddSingleton<ListSettlements>();
        services.AddSingleton<RequestSettlement>();
    }
}
