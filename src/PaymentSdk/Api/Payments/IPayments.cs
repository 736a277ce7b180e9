namespace PaymentSdk.Api;

/// <summary>The payments resource: confirm, look up, cancel. Every failure is a <see cref="PaymentException"/>.</summary>
public interface IPayments
{
    /// <summary>Approves an authenticated payment. Idempotent under its key. May take up to 75 seconds.</summary>
    Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a card whose number the buyer told the shop; by contract. Repeating it charges again, except under the same key. May take
    /// up to 75 seconds; no webhook tells its outcome, so look it up by order id when it is unknown.
    /// </summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<Payment> KeyInAsync(KeyInRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Looks a payment up by the gateway's key.</summary>
    Task<Payment> GetAsync(PaymentKey paymentKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Looks a payment up by order id. Which of several payments of one order id comes is not documented: prefer the payment key.</summary>
    Task<Payment> GetByOrderIdAsync(OrderId orderId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a payment, whole or in part. Idempotent under its key. May take up to 75 seconds. It writes nothing to the ledger, which learns of it
    /// by its next query only: refund the orders of a checkout with <see cref="IRefunds"/>.
    /// </summary>
    Task<Payment> CancelAsync(PaymentKey paymentKey, CancelRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
