using System.Text;

namespace PaymentSdk.Api;

/// <summary>The card promotions of today.</summary>
public sealed record CardPromotions : ApiObject
{
    /// <summary>Instant discounts.</summary>
    public IReadOnlyList<CardDiscount>? DiscountCards { get; init; }

    /// <summary>Instalments without interest.</summary>
    public IReadOnlyList<CardInterestFree>? InterestFreeCards { get; init; }

    /// <summary>Payment by points; BrandPay only.</summary>
    public IReadOnlyList<CardPoint>? PointCards { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}
