namespace PaymentSdk.Api;

/// <summary>The cash receipts resource: receipts for money that did not come through a payment. Every failure is a <see cref="PaymentException"/>.</summary>
public interface ICashReceipts
{
    /// <summary>Issues a receipt; the tax office answers after one or two days. Idempotent under its key. May take up to 75 seconds.</summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<CashReceipt> IssueAsync(CashReceiptRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a receipt back, whole or in part. Idempotent under its key. May take up to 75 seconds.</summary>
    Task<CashReceipt> CancelAsync(string receiptKey, CashReceiptCancelRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the receipts that were asked for on a Korean day, asking for the next page only when it is wanted. A query.</summary>
    /// <param name="requestDate">The day.</param>
    /// <param name="pageSize">How many rows to ask for at once: 1 to 10000, default 1000.</param>
    /// <param name="cursor">Begins behind this cursor; default at the beginning.</param>
    /// <param name="options">What this call asks for beyond the day.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. Rows that came before it are good; the listing is not whole.</exception>
    IAsyncEnumerable<CashReceipt> ListAsync(
        DateOnly requestDate,
        int pageSize = 1000,
        long? cursor = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
