namespace PaymentSdk;

/// <summary>
/// The process from an opened purchase to a settled outcome. Outcomes are types, never exceptions; it throws only for
/// misuse and for the caller's own cancellation.
/// </summary>
public interface ICheckout
{
    /// <summary>
    /// Opens a purchase: amount, currency and name are fixed here, on the server. Opening the same purchase again
    /// supersedes an attempt that was never sent and gives a new order id.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is away; nothing was opened.</exception>
    Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a payment that the buyer has authenticated. The amount sent is the stored one. Cancelling the token ends
    /// the waiting, not the call: what was begun is finished by the host.
    /// </summary>
    Task<ConfirmOutcome> ConfirmAsync(ConfirmPayment payment, CancellationToken cancellationToken = default);

    /// <summary>The state of an order, for its page; null when the order id is unknown. Wakes an open row, never calls the API.</summary>
    /// <exception cref="LedgerException">The ledger is away.</exception>
    Task<Order?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Opens a new attempt, with a new order id, for the purchase of an attempt that was declined, expired or never sent.</summary>
    /// <exception cref="LedgerException">The ledger is away; nothing was opened.</exception>
    Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken = default);
}
