namespace PaymentSdk.Api;

/// <summary>
/// The settlements resource: the amounts that are paid out to the shop, with their dates. Settlements exist only for live keys, from the day
/// after the payment. Every failed call throws a <see cref="PaymentException"/>.
/// </summary>
public interface ISettlements
{
    /// <summary>
    /// Lists the settlements of a range of Korean days. The next page is requested only when the caller reads on. A page that fails is requested
    /// again, and each page may take up to 75 seconds.
    /// </summary>
    /// <param name="first">The first day, included.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="dateType">The date by which settlements are selected; null selects by the day of acquiring.</param>
    /// <param name="pageSize">The number of rows per page: 1 to 5000, default 1000.</param>
    /// <param name="options">The options of each call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="ArgumentException">The last day is before the first day, or the page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. The rows returned before it are valid, but the listing is incomplete.</exception>
    IAsyncEnumerable<MerchantSettlement> ListAsync(
        DateOnly first,
        DateOnly last,
        SettlementDateType? dateType = null,
        int pageSize = 1000,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Requests the acquiring of one payment, which requires a contract with the provider. Each call uses a new idempotency key. The call may take up
    /// to 75 seconds.
    /// </summary>
    Task RequestAsync(PaymentKey paymentKey, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
