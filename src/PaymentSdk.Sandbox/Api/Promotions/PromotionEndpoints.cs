using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary>Discounts, points and installments without interest.</summary>
internal static class PromotionEndpoints
{
    public static void MapPromotions(this RouteGroupBuilder api)
    {
        api.MapGet("/v1/promotions", (HttpContext context, ApiPipeline pipeline, ListPromotions list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapGet("/v1/promotions/card", (HttpContext context, ApiPipeline pipeline, ListCardPromotions list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.RefuseOtherMethods("/v1/promotions", "/v1/promotions/card");
    }
}
