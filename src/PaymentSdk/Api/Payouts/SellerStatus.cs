using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a seller's review. An unknown status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SellerStatus>)), OpenValue("seller status")]
public readonly partial record struct SellerStatus : IOpenValue<SellerStatus>
{
    /// <summary>The seller must confirm the registration. Until then nothing can be paid out.</summary>
    public static SellerStatus ApprovalRequired { get; } = new("APPROVAL_REQUIRED");

    /// <summary>Up to 10 million won a week can be paid out.</summary>
    public static SellerStatus PartiallyApproved { get; } = new("PARTIALLY_APPROVED");

    /// <summary>The seller must verify its identity (KYC) before more can be paid out.</summary>
    public static SellerStatus KycRequired { get; } = new("KYC_REQUIRED");

    /// <summary>Payouts have no limit.</summary>
    public static SellerStatus Approved { get; } = new("APPROVED");
}
