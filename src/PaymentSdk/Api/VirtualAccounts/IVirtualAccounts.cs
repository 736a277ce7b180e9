namespace PaymentSdk.Api;

/// <summary>The virtual accounts resource. Every failed call throws a <see cref="PaymentException"/>.</summary>
public interface IVirtualAccounts
{
    /// <summary>
    /// Issues a virtual account and returns its payment, which awaits the deposit. Idempotent under the request's idempotency key. May take up
    /// to 75 seconds. Deliver the goods only when the status is done: a webhook reports the deposit, and only a query proves it.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<Payment> IssueAsync(VirtualAccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
