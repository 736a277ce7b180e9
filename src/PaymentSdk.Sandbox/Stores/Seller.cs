using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A person or company that a shop pays out to (docs/spec/payment-api.md §2.9). The document holds what the shop says of them.</summary>
internal sealed record Seller(string Id, Merchant Merchant, string RefSellerId, SellerDocument Document)
{
    public const string ApprovalRequired = "APPROVAL_REQUIRED";
    public const string PartiallyApproved = "PARTIALLY_APPROVED";
    public const string KycRequired = "KYC_REQUIRED";
    public const string Approved = "APPROVED";

    /// <summary>Persons are asked for their consent first, companies are not (docs/spec/payment-api.md §3.12).</summary>
    public string Status { get; init; } = Document.BusinessType == "CORPORATE" ? PartiallyApproved : ApprovalRequired;

    public override string ToString() => Id;
}

/// <summary>What a shop says of a seller.</summary>
internal sealed record SellerDocument(string BusinessType, JsonObject? Company, JsonObject? Individual, JsonObject Account, JsonObject? Metadata)
{
    public override string ToString() => BusinessType;
}
