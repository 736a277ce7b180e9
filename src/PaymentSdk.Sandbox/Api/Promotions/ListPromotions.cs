using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary><c>GET /v1/promotions</c>: an array, one element for each promotion (docs/spec/payment-api.md §2.5 leaves open whether it is one).</summary>
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
