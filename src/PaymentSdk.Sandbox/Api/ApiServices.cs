using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Api.Settlements;
using PaymentSdk.Sandbox.Api.Transactions;

namespace PaymentSdk.Sandbox.Api;

/// <summary>Every operation of the API, one class each.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiPipeline>();
        services.AddSingleton<PaymentOperations>();
        services.AddSingleton<ListTransactions>();
        services.AddSingleton<ListSettlements>();
        services.AddSingleton<RequestSettlement>();
    }
}
