namespace PaymentSdk.Api;

/// <summary>The promotions resource: what the window may offer a buyer. Every failure is a <see cref="PaymentException"/>.</summary>
public interface IPromotions
{
    /// <summary>Lists every promotion of the shop. A query.</summary>
    Task<IReadOnlyList<Promotion>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the card promotions of today. A query.</summary>
    Task<CardPromotions> GetCardsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);
}
