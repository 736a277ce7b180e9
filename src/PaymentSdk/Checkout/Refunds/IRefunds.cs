namespace PaymentSdk;

/// <summary>
/// Refunds of orders, written to the ledger before they are sent. Outcomes are types, never exceptions; it throws only for misuse and for
/// the caller's own cancellation. A singleton; registrations with a name have one keyed by it.
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
    /// Refunds an order, whole or in part, or closes a virtual account that nothing was paid into. The refund is in the
    /// ledger before it is sent; the same <see cref="RefundRequest.RefundId"/> again never refunds twice and tells how it ended.
    /// </summary>
    Task<RefundOutcome> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default);

    /// <summary>The refunds of an order, in the order they were asked for; empty when it has none.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<Refund>> ListAsync(OrderId orderId, CancellationToken cancellationToken = default);
}
