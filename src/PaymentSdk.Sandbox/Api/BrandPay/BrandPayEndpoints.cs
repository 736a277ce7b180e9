using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>
/// Maps the endpoints of BrandPay, the shop's own wallet. Actions of the customer need the customer's token; all others need the secret key.
/// </summary>
internal static class BrandPayEndpoints
{
    public static void MapBrandPay(this RouteGroupBuilder api)
    {
        MapCustomers(api);
        MapMethods(api);
        MapPayments(api);
        api.RefuseOtherMethods("/v1/brandpay/terms", "/v1/brandpay/terms/agree", "/v1/brandpay/authorizations/access-token", "/v1/brandpay/payments");
    }

    private static void MapCustomers(RouteGroupBuilder api)
    {
        api.MapGet("/v1/brandpay/terms", (HttpContext context, ApiPipeline pipeline, ListTerms list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapPost("/v1/brandpay/terms/agree", (HttpContext context, ApiPipeline pipeline, AgreeToTerms agree) =>
            pipeline.RunAsync(context, SandboxOperation.Other, agree.Answer));
        api.MapPost("/v1/brandpay/authorizations/access-token", (HttpContext context, ApiPipeline pipeline, IssueAccessToken issue) =>
            pipeline.RunAsync(context, SandboxOperation.Other, issue.Answer));
        api.MapPost("/v1/brandpay/customers/remove", (HttpContext context, ApiPipeline pipeline, RemoveCustomer remove) =>
            pipeline.RunForCustomerAsync(context, SandboxOperation.Other, remove.Answer));
    }

    private static void MapMethods(RouteGroupBuilder api)
    {
        api.MapGet("/v1/brandpay/payments/methods", (HttpContext context, ApiPipeline pipeline, ListMethods list) =>
            pipeline.RunForCustomerAsync(context, SandboxOperation.Other, list.Answer));
        api.MapGet("/v1/brandpay/payments/methods/{customerKey}", (string customerKey, HttpContext context, ApiPipeline pipeline, ListMethods list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, request => list.Answer(request, customerKey)));
        api.MapPost("/v1/brandpay/payments/methods/card/remove", (HttpContext context, ApiPipeline pipeline, RemoveMethod remove) =>
            pipeline.RunForCustomerAsync(context, SandboxOperation.Other, request => remove.Answer(request, isCard: true)));
        api.MapPost("/v1/brandpay/payments/methods/account/remove", (HttpContext context, ApiPipeline pipeline, RemoveMethod remove) =>
            pipeline.RunForCustomerAsync(context, SandboxOperation.Other, request => remove.Answer(request, isCard: false)));
    }

    private static void MapPayments(RouteGroupBuilder api)
    {
        api.MapPost("/v1/brandpay/payments/confirm", (HttpContext context, ApiPipeline pipeline, ConfirmBrandPay confirm) =>
            pipeline.RunAsync(context, SandboxOperation.Confirm, confirm.Answer));
        api.MapPost("/v1/brandpay/payments", (HttpContext context, ApiPipeline pipeline, PayWithMethod pay) =>
            pipeline.RunAsync(context, SandboxOperation.Other, pay.Answer));
        api.MapGet("/v1/brandpay/promotions/card", (HttpContext context, ApiPipeline pipeline, ListBrandPayPromotions list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Cards));
        api.MapGet("/v1/brandpay/promotions/bank", (HttpContext context, ApiPipeline pipeline, ListBrandPayPromotions list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Banks));
    }
}
