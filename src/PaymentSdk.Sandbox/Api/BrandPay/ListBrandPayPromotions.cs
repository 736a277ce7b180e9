using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Api.Promotions;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>
/// <c>GET /v1/brandpay/promotions/card</c> and <c>/bank</c>: list the promotions. Here the member still has its earlier name <c>companyCode</c>
/// (docs/spec/payment-api.md §2.6).
/// </summary>
internal sealed class ListBrandPayPromotions(PromotionCatalog catalog)
{
    public ApiAnswer Cards(ApiRequest request) => ApiAnswer.Ok(new JsonObject
    {
        ["discountCards"] = new JsonArray(catalog.CardDiscount("companyCode")),
        ["interestFreeCards"] = new JsonArray(catalog.CardInterestFree("companyCode")),
        ["pointCards"] = new JsonArray(catalog.CardPoint("companyCode")),
    });

    public ApiAnswer Banks(ApiRequest request) => ApiAnswer.Ok(new JsonObject { ["discountBanks"] = new JsonArray(catalog.BankDiscount()) });
}
