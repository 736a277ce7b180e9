using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary>Cash receipts that the shop issues itself.</summary>
internal static class CashReceiptEndpoints
{
    public static void MapCashReceipts(this RouteGroupBuilder api)
    {
        api.MapPost("/v1/cash-receipts", (HttpContext context, ApiPipeline pipeline, IssueCashReceipt issue) =>
            pipeline.RunAsync(context, SandboxOperation.Other, issue.Answer));
        api.MapGet("/v1/cash-receipts", (HttpContext context, ApiPipeline pipeline, ListCashReceipts list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapPost("/v1/cash-receipts/{receiptKey}/cancel", (string receiptKey, HttpContext context, ApiPipeline pipeline, CancelCashReceipt cancel) =>
            pipeline.RunAsync(context, SandboxOperation.Other, request => cancel.Answer(request, receiptKey)));
        api.RefuseOtherMethods("/v1/cash-receipts", "/v1/cash-receipts/{receiptKey}/cancel");
    }
}
