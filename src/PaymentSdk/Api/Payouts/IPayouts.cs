namespace PaymentSdk.Api;

/// <summary>
/// The payouts resource (v2): payouts to sellers. It requires a contract with the provider. Payout requests are encrypted with
/// <c>Payment:SecurityKeys</c>. Every failed call throws a <see cref="PaymentException"/>.
/// </summary>
public interface IPayouts
{
    /// <summary>Gets the balance from which payouts are made. The call is a query, so repeating it is safe.</summary>
    Task<PayoutBalance> GetBalanceAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Requests payouts. Repeating the call pays again unless the idempotency key is the same. The request is encrypted. The call may take up to 75
    /// seconds. If the answer differs from the request, the call throws and its outcome is unknown.
    /// </summary>
    /// <param name="payouts">The payouts to request, at least one.</param>
    /// <param name="idempotencyKey">The idempotency key of this POST. Store it before the call and reuse it to repeat the call.</param>
    /// <param name="options">The options of this call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    /// <exception cref="InvalidOperationException">No security key is configured.</exception>
    Task<IReadOnlyList<Payout>> RequestAsync(IReadOnlyList<PayoutRequest> payouts, IdempotencyKey idempotencyKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a payout whose status is still <see cref="PayoutStatus.Requested"/>. The call is idempotent under the idempotency key.
    /// </summary>
    Task<Payout> CancelAsync(string payoutId, IdempotencyKey idempotencyKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a payout. The call is a query, so repeating it is safe.</summary>
    Task<Payout> GetAsync(string payoutId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists payouts. The next page is requested only when the caller reads on. A page that fails is requested again.</summary>
    /// <param name="firstPayoutDate">Returns only payouts of this Korean day or later; null for no limit.</param>
    /// <param name="lastPayoutDate">Returns only payouts of this Korean day or earlier; null for no limit.</param>
    /// <param name="pageSize">The number of rows per page: 1 to 10000, default 1000.</param>
    /// <param name="startingAfter">The payout id after which the listing begins; null begins at the first row.</param>
    /// <param name="options">The options of each call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<Payout> ListAsync(
        DateOnly? firstPayoutDate = null,
        DateOnly? lastPayoutDate = null,
        int pageSize = 1000,
        string? startingAfter = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
