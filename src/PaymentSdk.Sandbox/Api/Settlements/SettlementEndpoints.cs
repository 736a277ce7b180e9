using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Settlements;

/// <summary>What the gateway pays out to the shop, and the request to settle one payment.</summary>
internal static class SettlementEndpoints
{
    public static void MapSettlements(this RouteGroupBuilder api)
    {
        api.MapGet("/v1/settlements", (HttpContext context, ApiPipeline pipeline, ListSettlements list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapPost("/v1/settlements", (HttpContext context, ApiPipeline pipeline, RequestSettlement settle) =>
            pipeline.RunAsync(context, SandboxOperation.Other, settle.Answer));
        api.RefuseOtherMethods("/v1/settlements");
    }
}
