using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Transactions;

/// <summary>The records of money that moved.</summary>
internal static class TransactionEndpoints
{
    public static void MapTransactions(this RouteGroupBuilder api)
    {
        api.MapGet("/v1/transactions", (HttpContext context, ApiPipeline pipeline, ListTransactions list) =>
            pipeline.RunAsync(context, SandboxOperation.Transactions, list.Answer));
        api.RefuseOtherMethods("/v1/transactions");
    }
}
