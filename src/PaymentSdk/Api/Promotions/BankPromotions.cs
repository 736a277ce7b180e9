using System.Text;

namespace PaymentSdk.Api;

/// <summary>The current promotions of banks.</summary>
public sealed record BankPromotions : ApiObject
{
    /// <summary>The instant discounts of banks.</summary>
    public IReadOnlyList<BankDiscount>? DiscountBanks { get; init; }

    /// <summary>Prints no members.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}
