using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Promotions;

/// <summary>Implements <see cref="IPromotions"/> over HTTP.</summary>
internal sealed class PromotionsResource(ApiSender sender) : IPromotions
{
    // The documentation describes an object, and other clients have received an array. Both are read (docs/spec/payment-api.md §2.5).
    private static readonly AnswerShape<IReadOnlyList<Promotion>> All =
        AnswerShape.ArrayOrObject(PromotionJson.Default.Promotion, PromotionNormalizer.Normalize);

    private static readonly AnswerShape<CardPromotions> Cards = AnswerShape.Object(PromotionJson.Default.CardPromotions, PromotionNormalizer.Normalize);

    public static ApiOperation List { get; } = new("promotions", HttpMethod.Get, "/v1/promotions", OperationKind.Query);

    public static ApiOperation GetCards { get; } = new("card-promotions", HttpMethod.Get, "/v1/promotions/card", OperationKind.Query);

    public Task<IReadOnlyList<Promotion>> ListAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = List, Path = List.Route }, All, options, cancellationToken);

    public Task<CardPromotions> GetCardsAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = GetCards, Path = GetCards.Route }, Cards, options, cancellationToken);
}
