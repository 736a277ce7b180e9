namespace PaymentSdk.Api;

/// <summary>The transactions resource: every movement of money, for books and reconciliation. Every failure is a <see cref="PaymentException"/>.</summary>
public interface ITransactions
{
    /// <summary>
    /// Lists what moved in a range, oldest page first, asking for the next page only when it is wanted. A query: each page is asked
    /// for again when it fails, and may take up to 75 seconds. Each row comes once.
    /// </summary>
    /// <param name="range">When it moved, e.g. <c>TransactionRange.OfDay(day)</c>.</param>
    /// <param name="pageSize">How many rows to ask for at once: 1 to 5000, default 1000.</param>
    /// <param name="startingAfter">Begins behind the row of this transaction key; default at the beginning.</param>
    /// <param name="options">What this call asks for beyond the range.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The range is empty or the page size is out of range.</exception>
    /// <exception cref="PaymentException">A page could not be read. Rows that came before it are good; the listing is not whole.</exception>
    IAsyncEnumerable<Transaction> ListAsync(
        TransactionRange range,
        int pageSize = 1000,
        string? startingAfter = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
