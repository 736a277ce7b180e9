namespace PaymentSdk.Api;

/// <summary>The virtual accounts resource. Every failure is a <see cref="PaymentException"/>.</summary>
public interface IVirtualAccounts
{
    /// <summary>
    /// Opens an account that the buyer deposits into: a payment that waits for its deposit. Idempotent under its key. May take up to 75
    /// seconds. Deliver only when the payment is done: a webhook tells of the deposit, a query proves it.
    /// </summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<Payment> IssueAsync(VirtualAccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
