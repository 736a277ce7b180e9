namespace PaymentSdk.Api.Promotions;

/// <summary>Copies the card company to <c>IssuerCode</c>, whichever name the version of the API gives it (docs/spec/payment-api.md §1.4).</summary>
internal static class PromotionNormaliser
{
    public static Promotion Normalise(Promotion promotion) => promotion with
    {
        CardDiscount = promotion.CardDiscount is { } discount ? Normalise(discount) : null,
        CardInterestFree = promotion.CardInterestFree is { } free ? Normalise(free) : null,
        CardPoint = promotion.CardPoint is { } point ? Normalise(point) : null,
    };

    public static CardPromotions Normalise(CardPromotions promotions) => promotions with
    {
        DiscountCards = promotions.DiscountCards?.Select(Normalise).ToArray(),
        InterestFreeCards = promotions.InterestFreeCards?.Select(Normalise).ToArray(),
        PointCards = promotions.PointCards?.Select(Normalise).ToArray(),
    };

    private static CardDiscount Normalise(CardDiscount card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };

    private static CardInterestFree Normalise(CardInterestFree card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };

    private static CardPoint Normalise(CardPoint card) => card with { IssuerCode = card.IssuerCode ?? card.CompanyCode };
}
