namespace PaymentSdk.Api;

/// <summary>The billing resource: keys that charge a registered card or account; by contract. Every failure is a <see cref="PaymentException"/>.</summary>
public interface IBilling
{
    /// <summary>Turns the one-time key of the billing window into a billing key. Idempotent under its key. May take up to 75 seconds.</summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<BillingAuthorization> IssueAsync(BillingIssueRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Registers a card whose number the buyer told the shop. Idempotent under its key. May take up to 75 seconds.</summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<BillingAuthorization> IssueByCardAsync(BillingCardRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a billing key. Repeating it charges again, except under the same key. May take up to 75 seconds. No webhook tells its
    /// outcome: when it is unknown, look it up by order id before charging again.
    /// </summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<Payment> ApproveAsync(BillingKey billingKey, BillingApproveRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a billing key; it can never charge again. Repeating it is refused and changes nothing. The API answers with nothing.</summary>
    Task DeleteAsync(BillingKey billingKey, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
