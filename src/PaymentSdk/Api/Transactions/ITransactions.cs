namespace PaymentSdk.Api;

/// <summary>
/// The transactions resource: every movement of money, for accounting and reconciliation. Every failed call throws a <see cref="PaymentException"/>.
/// </summary>
public interface ITransactions
{
    /// <summary>
    /// Lists the transactions in a range of time, with the oldest page first. The next page is requested only when the caller reads on. A page
    /// that fails is requested again, and each page may take up to 75 seconds. Each transaction is returned once.
    /// </summary>
    /// <param name="range">The range of time, e.g. <c>TransactionRange.OfDay(day)</c>.</param>
    /// <param name="pageSize">The number of rows per page: 1 to 5000, default 1000.</param>
    /// <param name="startingAfter">The transaction key after which the listing begins; null begins at the first row.</param>
    /// <param name="options">The options of each call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="ArgumentException">The range is empty or the page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. The rows returned before it are valid, but the listing is incomplete.</exception>
    IAsyncEnumerable<Transaction> ListAsync(
        TransactionRange range,
        int pageSize = 1000,
        string? startingAfter = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
