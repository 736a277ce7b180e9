namespace PaymentSdk;

/// <summary>
/// Opens purchases, confirms their payments and reports their outcomes. Outcomes are returned as types; methods throw only for misuse, an unavailable
/// ledger and the caller's own cancellation. There is one singleton per registration, keyed by its name; the default one is also registered without a
/// key. Use <see cref="IRefunds"/> for refunds, <see cref="ICharges"/> for charges without a window, and <see cref="IPaymentReviews"/> for the
/// decisions of operators.
/// </summary>
public interface ICheckout
{
    /// <summary>
    /// Opens a purchase and fixes its amount, currency and name on the server. Opening it again within 10 minutes with the same price, name, order
    /// number and customer returns the same order id if nothing was sent; otherwise the new attempt supersedes the unsent one. After an attempt of
    /// the purchase has been sent, a different price or currency returns <see cref="OpenOutcome.NotOpen"/>; another name, order number or customer is
    /// ignored, and an order number is added if there was none.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The amount, an id or a text of the purchase cannot be stored or sent. The message names the value and the accepted form.
    /// </exception>
    /// <exception cref="LedgerException">
    /// The ledger is unavailable or did not acknowledge the commit. Call again: an attempt that was not sent charges nothing.
    /// </exception>
    Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a payment that the buyer has authenticated. The amount that is sent is the stored one. Canceling the token ends
    /// the wait, not the call: the host finishes a confirm that has begun.
    /// </summary>
    /// <exception cref="ArgumentException">The payment key is not one that a payment window returns, or the wait is out of range. Nothing was
    /// sent.</exception>
    Task<ConfirmOutcome> ConfirmAsync(PaymentConfirmation payment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the state of an order, or null when the order id is unknown. Schedules a query of an undecided order; never calls the API itself.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<PaymentOrder?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Opens a new attempt, with a new order id, of the purchase to which an order belongs, unless an attempt blocks the purchase.</summary>
    /// <exception cref="LedgerException">
    /// The ledger is unavailable or did not acknowledge the commit. Call again: an attempt that was not sent charges nothing.
    /// </exception>
    Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reverses an order in any state: the order is no longer confirmed, and any amount taken is refunded. Use it when the
    /// shop cannot deliver and the outcome is not known yet. Other attempts of the same purchase, under other order ids, are not affected.
    /// </summary>
    /// <exception cref="ArgumentException">A value of the request is invalid. The message names it and the rule.</exception>
    Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default);
}
