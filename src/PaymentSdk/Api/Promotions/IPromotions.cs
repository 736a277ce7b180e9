namespace PaymentSdk.Api;

/// <summary>The promotions resource: the promotions that the window may offer. Every failed call throws a <see cref="PaymentException"/>.</summary>
public interface IPromotions
{
    /// <summary>Lists all promotions of the shop. The call is a query, so repeating it is safe.</summary>
    Task<IReadOnlyList<Promotion>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the current promotions of card companies. The call is a query, so repeating it is safe.</summary>
    Task<CardPromotions> GetCardsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);
}
