using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary>Maps the endpoints that register a customer's payment method with the shop and charge it (docs/spec/payment-api.md §2.2).</summary>
internal static class BillingEndpoints
{
    public static void MapBilling(this RouteGroupBuilder api)
    {
        api.MapPost("/v1/billing/authorizations/issue", (HttpContext context, ApiPipeline pipeline, IssueBillingKey issue) =>
            pipeline.RunAsync(context, SandboxOperation.BillingIssue, issue.Answer));
        api.MapPost("/v1/billing/authorizations/card", (HttpContext context, ApiPipeline pipeline, IssueBillingKeyByCard issue) =>
            pipeline.RunAsync(context, SandboxOperation.BillingIssue, issue.Answer));
        api.MapPost("/v1/billing/{billingKey}", (string billingKey, HttpContext context, ApiPipeline pipeline, ChargeBillingKey charge) =>
            pipeline.RunAsync(context, SandboxOperation.BillingApprove, request => charge.Answer(request, billingKey)));
        api.MapDelete("/v1/billing/{billingKey}", (string billingKey, HttpContext context, ApiPipeline pipeline, RemoveBillingKey remove) =>
            pipeline.RunAsync(context, SandboxOperation.Other, request => remove.Answer(request, billingKey)));
        api.RefuseOtherMethods("/v1/billing/authorizations/issue", "/v1/billing/authorizations/card", "/v1/billing/{billingKey}");
    }
}
