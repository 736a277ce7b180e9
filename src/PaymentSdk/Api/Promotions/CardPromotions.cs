using System.Text;

namespace PaymentSdk.Api;

/// <summary>The current promotions of card companies.</summary>
public sealed record CardPromotions : ApiObject
{
    /// <summary>The instant discounts of card companies.</summary>
    public IReadOnlyList<CardDiscount>? DiscountCards { get; init; }

    /// <summary>The interest-free installments of card companies.</summary>
    public IReadOnlyList<CardInterestFree>? InterestFreeCards { get; init; }

    /// <summary>The card companies that accept payment with points; BrandPay only.</summary>
    public IReadOnlyList<CardPoint>? PointCards { get; init; }

    /// <summary>Prints no members.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}
