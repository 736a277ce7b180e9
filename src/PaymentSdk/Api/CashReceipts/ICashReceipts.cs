namespace PaymentSdk.Api;

/// <summary>
/// The cash receipts resource: cash receipts for money that was not paid through the gateway. Every failed call throws a
/// <see cref="PaymentException"/>.
/// </summary>
public interface ICashReceipts
{
    /// <summary>
    /// Issues a cash receipt. The tax office answers after one or two days. The call is idempotent under the request's idempotency key and may take
    /// up to 75 seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<CashReceipt> IssueAsync(CashReceiptRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a cash receipt, in full or in part. The call is idempotent under the request's idempotency key and may take up to 75 seconds.
    /// </summary>
    Task<CashReceipt> CancelAsync(string receiptKey, CashReceiptCancelRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the cash receipts that were requested on a Korean day. The next page is requested only when the caller reads on.</summary>
    /// <param name="requestDate">The Korean day on which the receipts were requested.</param>
    /// <param name="pageSize">The number of rows per page: 1 to 10000, default 1000.</param>
    /// <param name="cursor">The cursor after which the listing begins; null begins at the first row.</param>
    /// <param name="options">The options of each call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="ArgumentException">The page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. The rows returned before it are valid, but the listing is incomplete.</exception>
    IAsyncEnumerable<CashReceipt> ListAsync(
        DateOnly requestDate,
        int pageSize = 1000,
        long? cursor = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
