using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary><c>GET /v1/promotions/card</c>; in version 2022-11-16 the card company's member is <c>companyCode</c>.</summary>
internal sealed class ListCardPromotions(PromotionCatalog catalog)
{
    public ApiAnswer Answer(ApiRequest request) => ApiAnswer.Ok(new JsonObject
    {
        ["discountCards"] = new JsonArray(catalog.CardDiscount("companyCode")),
        ["interestFreeCards"] = new JsonArray(catalog.CardInterestFree("companyCode")),
    });
}
