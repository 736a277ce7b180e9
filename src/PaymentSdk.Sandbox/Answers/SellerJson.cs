using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Writes the Seller object (docs/spec/payment-api.md §2.9).</summary>
internal static class SellerJson
{
    public static ApiAnswer Answer(Seller seller) => Envelope.Entity("seller", Write(seller));

    public static JsonObject Write(Seller seller) => new()
    {
        ["id"] = seller.Id,
        ["refSellerId"] = seller.RefSellerId,
        ["businessType"] = seller.Document.BusinessType,
        ["company"] = seller.Document.Company?.DeepClone(),
        ["individual"] = seller.Document.Individual?.DeepClone(),
        ["status"] = seller.Status,
        ["account"] = seller.Document.Account.DeepClone(),
        ["metadata"] = seller.Document.Metadata?.DeepClone(),
    };
}
