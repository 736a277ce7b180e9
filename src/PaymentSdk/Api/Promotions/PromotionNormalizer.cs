namespace PaymentSdk.Api.Promotions;

/// <summary>Copies the card company to <c>IssuerCode</c>, whichever name the version of the API gives it (docs/spec/payment-api.md §1.4).</summary>
internal static class PromotionNormalizer
{
    public static Promotion Normalize(Promotion promotion) => promotion with
    {
        CardDiscount = promotion.CardDiscount is { } discount ? Normalize(discount) : null,
        CardInterestFree = promotion.CardInterestFree is { } free ? Normalize(free) : null,
        CardPoint = promotion.CardPoint is { } point ? Normalize(point) : null,
    };

    public static CardPromotions Normalize(CardPromotions promotions) => promotions with
    {
        DiscountCards = promotions.DiscountCards?.Select(Normalize).ToArray(),
        InterestFreeCards = promotions.InterestFreeCards?.Select(Normalize).ToArray(),
        PointCards = promotions.PointCards?.Select(Normalize).ToArray(),
    };

    private static CardDiscount Normalize(CardDiscount card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };

    private static CardInterestFree Normalize(CardInterestFree card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };

    private static CardPoint Normalize(CardPoint card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };
}
