using System.Text;

namespace PaymentSdk.Api;

/// <summary>The bank promotions of today.</summary>
public sealed record BankPromotions : ApiObject
{
    /// <summary>Instant discounts.</summary>
    public IReadOnlyList<BankDiscount>? DiscountBanks { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}
