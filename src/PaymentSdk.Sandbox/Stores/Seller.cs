using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// A person or company that receives payouts from a shop (docs/spec/payment-api.md §2.9). The document is the shop's description of the seller.
/// </summary>
internal sealed record Seller(string Id, Merchant Merchant, string RefSellerId, SellerDocument Document)
{
    public const string ApprovalRequired = "APPROVAL_REQUIRED";
    public const string PartiallyApproved = "PARTIALLY_APPROVED";
    public const string KycRequired = "KYC_REQUIRED";
    public const string Approved = "APPROVED";

    /// <summary>
    /// The status of the seller. A corporation is partially approved from the beginning, and any other seller must first consent
    /// (docs/spec/payment-api.md §3.12).
    /// </summary>
    public string Status { get; init; } = Document.BusinessType == "CORPORATE" ? PartiallyApproved : ApprovalRequired;

    public override string ToString() => Id;
}

/// <summary>A shop's description of a seller.</summary>
internal sealed record SellerDocument(string BusinessType, JsonObject? Company, JsonObject? Individual, JsonObject Account, JsonObject? Metadata)
{
    public override string ToString() => BusinessType;
}
