using System.Text;

namespace PaymentSdk.Api;

/// <summary>The current promotions of banks.</summary>
public sealed record BankPromotions : ApiObject
{
    /// <summary>The instant discounts of banks.</summary>
    public IReadOnlyList<BankDiscount>? DiscountBanks { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}
