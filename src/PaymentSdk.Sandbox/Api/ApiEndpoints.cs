using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

/// <summary>
/// Maps the REST API. Its answers carry no CORS headers, and OPTIONS is refused like any unsupported method (docs/spec/payment-api.md §10).
/// </summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("").WithMetadata(new ApiEndpointMetadata());
        MapPayments(api);
        api.MapCharges();
        api.MapBilling();
        api.MapCashReceipts();
        api.MapPromotions();
        api.MapBrandPay();
        api.MapTransactions();
        api.MapPayouts();
        api.MapSettlements();
        foreach (var path in new[] { "/v1/{**rest}", "/v2/{**rest}" })
            api.Map(path, context => ApiPipeline.RefuseAsync(context, "NOT_FOUND")).WithOrder(2);
    }

    private static void MapPayments(RouteGroupBuilder app)
    {
        app.MapPost("/v1/payments/confirm", (HttpContext context, ApiPipeline pipeline, PaymentOperations payments) =>
            pipeline.RunAsync(context, SandboxOperation.Confirm, payments.Confirm));
        app.MapGet("/v1/payments/{paymentKey}", (string paymentKey, HttpContext context, ApiPipeline pipeline, PaymentOperations payments) =>
            pipeline.RunAsync(context, SandboxOperation.Get, request => payments.Get(request, paymentKey)));
        app.MapPost("/v1/payments/{paymentKey}", (string paymentKey, HttpContext context, ApiPipeline pipeline, PaymentOperations payments) =>
            pipeline.RunAsync(context, SandboxOperation.Confirm, request => payments.ConfirmByPath(request, paymentKey)));
        app.MapGet("/v1/payments/orders/{orderId}", (string orderId, HttpContext context, ApiPipeline pipeline, PaymentOperations payments) =>
            pipeline.RunAsync(context, SandboxOperation.Get, request => payments.GetByOrder(request, orderId)));
        app.MapPost("/v1/payments/{paymentKey}/cancel", (string paymentKey, HttpContext context, ApiPipeline pipeline, PaymentOperations payments) =>
            pipeline.RunAsync(context, SandboxOperation.Cancel, request => payments.Cancel(request, paymentKey)));
        app.RefuseOtherMethods("/v1/payments/{paymentKey}", "/v1/payments/orders/{orderId}", "/v1/payments/{paymentKey}/cancel");
    }
}
