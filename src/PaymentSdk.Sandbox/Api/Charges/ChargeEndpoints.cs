using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Http;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary>Maps the charges that a shop's server makes without a window.</summary>
internal static class ChargeEndpoints
{
    public static void MapCharges(this RouteGroupBuilder api)
    {
        api.MapPost("/v1/payments", (HttpContext context, ApiPipeline pipeline, CreatePayment create) =>
            pipeline.RunAsync(context, SandboxOperation.Other, create.Answer));
        // This page needs no secret key, because a browser opens it.
        api.MapGet("/v1/payments/{paymentKey}/checkout", (string paymentKey) => Results.Redirect($"/window/{Uri.EscapeDataString(paymentKey)}")).RequireOwnName();
        api.MapPost("/v1/payments/key-in", (HttpContext context, ApiPipeline pipeline, KeyIn keyIn) =>
            pipeline.RunAsync(context, SandboxOperation.KeyIn, keyIn.Answer));
        api.MapPost("/v1/virtual-accounts", (HttpContext context, ApiPipeline pipeline, IssueVirtualAccount issue) =>
            pipeline.RunAsync(context, SandboxOperation.VirtualAccount, issue.Answer));
        api.RefuseOtherMethods("/v1/payments", "/v1/virtual-accounts");
    }
}
