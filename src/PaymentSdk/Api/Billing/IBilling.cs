namespace PaymentSdk.Api;

/// <summary>
/// The billing resource: billing keys that charge a registered card or account. It requires a contract with the provider. Every failed call throws a
/// <see cref="PaymentException"/>.
/// </summary>
public interface IBilling
{
    /// <summary>
    /// Exchanges the one-time key of the billing window for a billing key. The call is idempotent under the request's idempotency key and may take up
    /// to 75 seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<BillingAuthorization> IssueAsync(BillingIssueRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Registers a card by its number. The call is idempotent under the request's idempotency key and may take up to 75 seconds.</summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<BillingAuthorization> IssueByCardAsync(BillingCardRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a billing key. Repeating the call charges again unless the idempotency key is the same. The call may take up to 75 seconds. No webhook
    /// reports the outcome. When the outcome is unknown, look the payment up by order id before charging again.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<Payment> ApproveAsync(BillingKey billingKey, BillingApproveRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a billing key permanently. A second delete is refused and changes nothing. The API's answer has no body.
    /// </summary>
    Task DeleteAsync(BillingKey billingKey, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
