using PaymentSdk.Api.Json;
using PaymentSdk.Api.Promotions;

namespace PaymentSdk.Api.BrandPay;

/// <summary>What answers of BrandPay must be.</summary>
internal static class BrandPayAnswers
{
    private static readonly BrandPayJson Json = BrandPayJson.Default;

    public static AnswerShape<IReadOnlyList<BrandPayTerms>> Terms { get; } = AnswerShape.Array(Json.BrandPayTerms, "id");

    public static AnswerShape<BrandPayResult> Agreed { get; } = AnswerShape.Object(Json.BrandPayResult, "code");

    public static AnswerShape<BrandPayToken> Token { get; } = AnswerShape.Object(Json.BrandPayToken, "accessToken");

    public static AnswerShape<BrandPayMethods> Methods { get; } = AnswerShape.Object(Json.BrandPayMethods);

    public static AnswerShape<BrandPayCard> Card { get; } = AnswerShape.Object(Json.BrandPayCard, "methodKey");

    public static AnswerShape<BrandPayAccount> Account { get; } = AnswerShape.Object(Json.BrandPayAccount, "methodKey");

    public static AnswerShape<BrandPayCustomer> Customer { get; } = AnswerShape.Object(Json.BrandPayCustomer, "customerKey");

    public static AnswerShape<CardPromotions> CardPromotions { get; } =
        AnswerShape.Object(PromotionJson.Default.CardPromotions, PromotionNormaliser.Normalise);

    public static AnswerShape<BankPromotions> BankPromotions { get; } = AnswerShape.Object(PromotionJson.Default.BankPromotions);
}
