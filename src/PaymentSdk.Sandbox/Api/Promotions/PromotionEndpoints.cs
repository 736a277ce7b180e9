using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary>Maps the endpoints that list discounts, points and interest-free installments.</summary>
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

/// <summary>
/// <c>GET /v1/promotions</c>: returns an array with one element for each promotion. It is not known whether the real answer is an array
/// (docs/spec/payment-api.md §2.5).
/// </summary>
internal sealed class ListPromotions(PromotionCatalog catalog)
{
    public ApiAnswer Answer(ApiRequest request) => ApiAnswer.Ok(new JsonArray([.. Cards("NORMAL"), Bank("NORMAL")]));

    public JsonArray WriteCards(string payType) => new([.. Cards(payType)]);

    public JsonArray WriteBanks(string payType) => new(Bank(payType));

    private JsonObject[] Cards(string payType) =>
    [
        Promotion(payType, "CARD_DISCOUNT", "cardDiscount", catalog.CardDiscount("issuerCode")),
        Promotion(payType, "CARD_INTEREST_FREE", "cardInterestFree", catalog.CardInterestFree("issuerCode")),
        Promotion(payType, "CARD_POINT", "cardPoint", catalog.CardPoint("issuerCode")),
    ];

    private JsonObject Bank(string payType) => Promotion(payType, "BANK_DISCOUNT", "bankDiscount", catalog.BankDiscount());

    private static JsonObject Promotion(string payType, string type, string member, JsonObject promotion)
    {
        var json = new JsonObject
        {
            ["payType"] = payType,
            ["type"] = type,
            ["cardDiscount"] = null,
            ["cardInterestFree"] = null,
            ["cardPoint"] = null,
            ["bankDiscount"] = null,
        };
        json[member] = promotion;
        return json;
    }
}

/// <summary>
/// <c>GET /v1/promotions/card</c>: lists the promotions of cards. In version 2022-11-16 the member with the card company's code is
/// <c>companyCode</c>.
/// </summary>
internal sealed class ListCardPromotions(PromotionCatalog catalog)
{
    public ApiAnswer Answer(ApiRequest request) => ApiAnswer.Ok(new JsonObject
    {
        ["discountCards"] = new JsonArray(catalog.CardDiscount("companyCode")),
        ["interestFreeCards"] = new JsonArray(catalog.CardInterestFree("companyCode")),
    });
}
