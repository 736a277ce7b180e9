using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary>
/// Maps version 2 of the API: sellers, payouts to them, and the balance. Requests that carry personal data or move money are encrypted.
/// </summary>
internal static class PayoutEndpoints
{
    public static void MapPayouts(this RouteGroupBuilder api)
    {
        MapSellers(api);
        api.MapPost("/v2/payouts", (HttpContext context, ApiPipeline pipeline, RequestPayouts payouts) =>
            pipeline.RunEncryptedAsync(context, SandboxOperation.Payout, payouts.Answer));
        api.MapGet("/v2/payouts", (HttpContext context, ApiPipeline pipeline, ReadPayouts payouts) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Payout, payouts.All));
        api.MapGet("/v2/payouts/{id}", (string id, HttpContext context, ApiPipeline pipeline, ReadPayouts payouts) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Payout, request => payouts.One(request, id)));
        api.MapPost("/v2/payouts/{id}/cancel", (string id, HttpContext context, ApiPipeline pipeline, CancelPayout payouts) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Payout, request => payouts.Answer(request, id)));
        api.MapGet("/v2/balances", (HttpContext context, ApiPipeline pipeline, ReadBalance balance) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Other, balance.Answer));
        api.RefuseOtherMethods("/v2/payouts", "/v2/payouts/{id}", "/v2/payouts/{id}/cancel", "/v2/balances");
    }

    private static void MapSellers(RouteGroupBuilder api)
    {
        api.MapPost("/v2/sellers", (HttpContext context, ApiPipeline pipeline, RegisterSeller sellers) =>
            pipeline.RunEncryptedAsync(context, SandboxOperation.Other, sellers.Answer));
        api.MapGet("/v2/sellers", (HttpContext context, ApiPipeline pipeline, ReadSellers sellers) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Other, sellers.All));
        api.MapGet("/v2/sellers/{id}", (string id, HttpContext context, ApiPipeline pipeline, ReadSellers sellers) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Other, request => sellers.One(request, id)));
        api.MapPost("/v2/sellers/{id}", (string id, HttpContext context, ApiPipeline pipeline, UpdateSeller sellers) =>
            pipeline.RunEncryptedAsync(context, SandboxOperation.Other, request => sellers.Answer(request, id)));
        api.MapDelete("/v2/sellers/{id}", (string id, HttpContext context, ApiPipeline pipeline, RemoveSeller sellers) =>
            pipeline.RunVersion2Async(context, SandboxOperation.Other, request => sellers.Answer(request, id)));
        api.RefuseOtherMethods("/v2/sellers", "/v2/sellers/{id}");
    }
}
