using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary>Writes the Billing object, version 2022-11-16 (docs/spec/payment-api.md §3.8).</summary>
internal static class BillingJson
{
    public static JsonObject Write(BillingKey key, Words words) => new()
    {
        ["mId"] = key.Merchant.MId,
        ["customerKey"] = key.CustomerKey,
        ["authenticatedAt"] = Korea.Time(key.AuthenticatedAt),
        ["method"] = words.Method(key.Card is null ? new PaymentChoice.Transfer() : new PaymentChoice.Card()),
        ["billingKey"] = key.Key,
        ["card"] = key.Card is { } card ? Card(card, words) : null,
        ["transfers"] = key.Card is null ? new JsonArray(Account()) : null,
        ["easyPay"] = null,
        ["cardCompany"] = key.Card?.CompanyName,
        ["cardNumber"] = key.Card?.MaskedNumber,
    };

    private static JsonObject Card(CardDetails card, Words words) => new()
    {
        ["issuerCode"] = card.IssuerCode,
        ["acquirerCode"] = card.IssuerCode,
        ["number"] = card.MaskedNumber,
        ["cardType"] = words.CardType,
        ["ownerType"] = words.OwnerType,
    };

    private static JsonObject Account() => new() { ["bankName"] = "신한", ["bankAccountNumber"] = "110******789" };
}
