namespace PaymentSdk.Api;

/// <summary>
/// The virtual accounts resource, which issues virtual accounts without the payment window. Every failed call throws a
/// <see cref="PaymentException"/>.
/// </summary>
public interface IVirtualAccounts
{
    /// <summary>
    /// Issues a virtual account and returns its payment, which awaits the deposit. The call is idempotent under the request's idempotency key and may
    /// take up to 75 seconds. Deliver the goods only when a query shows that the payment is done: a webhook reports the deposit, but only a query
    /// proves it.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<Payment> IssueAsync(VirtualAccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
