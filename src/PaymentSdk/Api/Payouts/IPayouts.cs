namespace PaymentSdk.Api;

/// <summary>Payouts to sellers (v2; by contract). Requests travel encrypted under <c>Payment:SecurityKeys</c>. Every failure is a <see cref="PaymentException"/>.</summary>
public interface IPayouts
{
    /// <summary>Gets what can be paid out. A query.</summary>
    Task<PayoutBalance> GetBalanceAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for payouts. Repeating it pays again, except under the same key. Encrypted; may take up to 75 seconds. Each answer is compared
    /// with what was asked.
    /// </summary>
    /// <param name="payouts">At least one.</param>
    /// <param name="idempotencyKey">The key of this POST. Keep it before calling, and repeat the call with it alone.</param>
    /// <param name="options">What this call asks for beyond that.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    /// <exception cref="InvalidOperationException">No security key is configured.</exception>
    Task<IReadOnlyList<Payout>> RequestAsync(IReadOnlyList<PayoutRequest> payouts, IdempotencyKey idempotencyKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a payout that is still <see cref="PayoutStatus.Requested"/>. Idempotent under its key.</summary>
    Task<Payout> CancelAsync(string payoutId, IdempotencyKey idempotencyKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a payout. A query.</summary>
    Task<Payout> GetAsync(string payoutId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists payouts, asking for the next page only when it is wanted. A query.</summary>
    /// <param name="firstPayoutDate">Only those paid out on this Korean day or later.</param>
    /// <param name="lastPayoutDate">Only those paid out on this Korean day or earlier.</param>
    /// <param name="pageSize">How many rows to ask for at once: 1 to 10000, default 1000.</param>
    /// <param name="startingAfter">Begins behind this payout id; default at the beginning.</param>
    /// <param name="options">What this call asks for beyond that.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<Payout> ListAsync(
        DateOnly? firstPayoutDate = null,
        DateOnly? lastPayoutDate = null,
        int pageSize = 1000,
        string? startingAfter = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
