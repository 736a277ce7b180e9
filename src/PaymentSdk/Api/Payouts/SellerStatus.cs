using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far the review of a seller is. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SellerStatus>)), OpenValue("seller status")]
public readonly partial record struct SellerStatus : IOpenValue<SellerStatus>
{
    /// <summary>The seller has to confirm; nothing can be paid out.</summary>
    public static SellerStatus ApprovalRequired { get; } = new("APPROVAL_REQUIRED");

    /// <summary>Up to 10 million won a week.</summary>
    public static SellerStatus PartiallyApproved { get; } = new("PARTIALLY_APPROVED");

    /// <summary>The seller has to prove who it is before more is paid out.</summary>
    public static SellerStatus KycRequired { get; } = new("KYC_REQUIRED");

    /// <summary>No limit.</summary>
    public static SellerStatus Approved { get; } = new("APPROVED");
}
