namespace PaymentSdk;

/// <summary>
/// The process from an opened purchase to its final outcome. Outcomes are types, never exceptions; it throws only for
/// misuse and for the caller's own cancellation. A singleton; registrations with a name have one keyed by it. Refunds are made with
/// <see cref="IRefunds"/>, charges without a window with <see cref="ICharges"/>, and <see cref="IPaymentReviews"/> is for operators.
/// </summary>
public interface ICheckout
{
    /// <summary>
    /// Opens a purchase: amount, currency and name are fixed here, on the server. Opening the same purchase again within 10 minutes,
    /// at the same price, gives the same order id while nothing was sent; otherwise it supersedes an attempt that was never sent. Once
    /// an attempt of the purchase was sent, its price, currency and name stand: another price answers <see cref="OpenOutcome.NotOpen"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The amount, an id or a text of the purchase cannot be stored or sent; the message says which one and what to write.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable or did not acknowledge. Open again: an attempt that was not sent charges nothing.</exception>
    Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a payment that the buyer has authenticated. The amount sent is the stored one. Cancelling the token ends
    /// the waiting, not the call: what was begun is finished by the host.
    /// </summary>
    /// <exception cref="ArgumentException">The payment key is not one that a payment window returns. Nothing was sent.</exception>
    Task<ConfirmOutcome> ConfirmAsync(PaymentConfirmation payment, CancellationToken cancellationToken = default);

    /// <summary>The state of an order, for its page; null when the order id is unknown. Wakes an open row, never calls the API.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<PaymentOrder?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Opens a new attempt, with a new order id, for the purchase of an attempt that was declined, expired or never sent.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable or did not acknowledge. Open again: an attempt that was not sent charges nothing.</exception>
    Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reverses an order whatever its state is: from now on nothing confirms it, and what was taken is cancelled. Use it when the
    /// shop cannot deliver and the outcome is not known yet. A live attempt of the same purchase under another order id is untouched.
    /// </summary>
    Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default);
}
