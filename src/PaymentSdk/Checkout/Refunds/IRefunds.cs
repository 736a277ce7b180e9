namespace PaymentSdk;

/// <summary>
/// Refunds orders. A refund is stored in the ledger before it is sent. Outcomes are returned as types; methods throw only for misuse, an unavailable
/// ledger and the caller's own cancellation. There is one singleton per registration, keyed by its name; the default one is also registered without a
/// key.
/// </summary>
/// <example>
/// <code>
/// app.MapPost("/admin/orders/{orderId}/refund", async (OrderId orderId, IRefunds refunds) =&gt;
///     await refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse($"{orderId}-1"), Reason = "Out of stock" }) switch
///     {
///         RefundOutcome.Done or RefundOutcome.Pending or RefundOutcome.Checking =&gt; Results.Accepted(),
///         _ =&gt; Results.Conflict(),
///     }).RequireAuthorization();
/// </code>
/// </example>
public interface IRefunds
{
    /// <summary>
    /// Refunds an order, in full or in part, or closes a virtual account that has received no deposit. The refund is stored in the ledger
    /// before it is sent. A second call with the same <see cref="RefundRequest.RefundId"/> never refunds twice and returns the outcome of the
    /// first.
    /// </summary>
    /// <exception cref="ArgumentException">A value of the request is invalid. The message names it and the rule.</exception>
    Task<RefundOutcome> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default);

    /// <summary>Returns the refunds of an order, oldest first; empty when it has none.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<RefundResult>> ListAsync(OrderId orderId, CancellationToken cancellationToken = default);
}
