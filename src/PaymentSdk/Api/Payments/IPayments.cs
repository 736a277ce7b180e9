namespace PaymentSdk.Api;

/// <summary>The payments resource: confirms, looks up and cancels payments. Every failed call throws a <see cref="PaymentException"/>.</summary>
public interface IPayments
{
    /// <summary>
    /// Confirms an authenticated payment. The call is idempotent under the request's idempotency key and may take up to 75 seconds.
    /// </summary>
    Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a card by its number, which requires a contract with the provider. Repeating the call charges again unless the idempotency key is the
    /// same. The call may take up to 75 seconds. No webhook reports the outcome, so look the payment up by order id when the outcome is unknown.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<Payment> KeyInAsync(KeyInRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Looks up a payment by its payment key.</summary>
    Task<Payment> GetAsync(PaymentKey paymentKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks up a payment by order id. The API does not document which payment it returns when an order id has several, so prefer the payment key.
    /// </summary>
    Task<Payment> GetByOrderIdAsync(OrderId orderId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a payment, in full or in part. The call is idempotent under the request's idempotency key and may take up to 75 seconds. The ledger is
    /// not updated until its next query of the payment; to refund an order of the checkout, use <see cref="IRefunds"/>.
    /// </summary>
    Task<Payment> CancelAsync(PaymentKey paymentKey, CancelRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
