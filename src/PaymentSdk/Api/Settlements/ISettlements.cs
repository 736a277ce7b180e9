namespace PaymentSdk.Api;

/// <summary>The settlements resource: what the shop is paid, and when. Only live keys have any, from the day after. Every failure is a <see cref="PaymentException"/>.</summary>
public interface ISettlements
{
    /// <summary>Lists the settlements of Korean days, both included, asking for the next page only when it is wanted. A query; a page may take up to 75 seconds.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="dateType">Which date is meant; default the day of acquiring.</param>
    /// <param name="pageSize">How many rows to ask for at once: 1 to 5000, default 1000.</param>
    /// <param name="options">What this call asks for beyond the days.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The last day is before the first or the page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. Rows that came before it are good; the listing is not whole.</exception>
    IAsyncEnumerable<MerchantSettlement> ListAsync(
        DateOnly first,
        DateOnly last,
        SettlementDateType? dateType = null,
        int pageSize = 1000,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Asks to acquire one payment by hand; by contract. Under a new idempotency key each time. May take up to 75 seconds.</summary>
    Task RequestAsync(PaymentKey paymentKey, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
