using System.Globalization;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Promotions;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>Writes the payment methods that a customer registered (docs/spec/payment-api.md §3.11).</summary>
internal sealed class BrandPayMethodJson(ListPromotions promotions)
{
    private const string _payType = "BRANDPAY";

    public JsonObject Write(BrandPayCustomer customer, Words words)
    {
        var methods = customer.Methods.Where(method => !method.IsRemoved).ToArray();
        return new JsonObject
        {
            ["isIdentified"] = customer.IsMember,
            ["selectedMethodId"] = methods is [.., var last] ? last.Id : null,
            ["cards"] = new JsonArray([.. methods.Where(method => method.IsCard).Select(method => Write(method, words))]),
            ["accounts"] = new JsonArray([.. methods.Where(method => !method.IsCard).Select(method => Write(method, words))]),
        };
    }

    public JsonObject Write(BrandPayMethod method, Words words) => method.IsCard ? Card(method, words) : Account(method);

    private JsonObject Card(BrandPayMethod method, Words words) => new()
    {
        ["id"] = method.Id,
        ["methodKey"] = method.MethodKey,
        ["alias"] = "현대",
        ["cardName"] = "현대카드",
        ["cardNumber"] = "94100012****789*",
        ["issuerCode"] = "61",
        ["acquirerCode"] = "61",
        ["ownerType"] = words.OwnerType,
        ["cardType"] = words.CardType,
        ["installmentMinimumAmount"] = 50_000,
        ["registeredAt"] = Korea.Time(method.RegisteredAt),
        ["status"] = Status(method),
        ["icon"] = "icn-bank-square-hyundaicard",
        ["iconUrl"] = "https://static.toss.im/icons/png/4x/icn-bank-square-hyundaicard.png",
        ["cardImgUrl"] = "https://static.toss.im/assets/payments/card/default-card.png",
        ["color"] = Color(),
        ["promotions"] = promotions.WriteCards(_payType),
    };

    private JsonObject Account(BrandPayMethod method) => new()
    {
        ["id"] = method.Id,
        ["methodKey"] = method.MethodKey,
        ["accountName"] = "신한은행 계좌",
        ["accountNumber"] = "110******789",
        ["alias"] = "신한",
        ["bankCode"] = "88",
        ["icon"] = "icn-bank-square-shinhan",
        ["iconUrl"] = "https://static.toss.im/icons/png/4x/icn-bank-square-shinhan.png",
        // The only time that the API writes in UTC with milliseconds (docs/spec/payment-api.md §4).
        ["registeredAt"] = method.RegisteredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["status"] = Status(method),
        ["color"] = Color(),
        ["promotions"] = promotions.WriteBanks(_payType),
    };

    private static string Status(BrandPayMethod method) => method.IsRemoved ? "DISABLED" : "ENABLED";

    private static JsonObject Color() => new() { ["background"] = "#2c2c2c", ["text"] = "#ffffff" };
}
