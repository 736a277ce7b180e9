namespace PaymentSdk;

/// <summary>
/// Lists the orders that need an operator, and records the operator's decisions. Methods throw only for misuse, an unavailable ledger and the
/// caller's own cancellation. There is one singleton per registration, keyed by its name; the default one is also registered without a key.
/// </summary>
public interface IPaymentReviews
{
    /// <summary>
    /// Returns the orders that need an operator, the longest waiting first: payments with an unresolved outcome or a wrong amount, and refunds
    /// that cannot proceed.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<AttentionItem>> ListAsync(int maxCount = 100, CancellationToken cancellationToken = default);

    /// <summary>
    /// Resolves an order that needs an operator, according to the operator's decision. Unless the resolution says otherwise, the gateway is queried
    /// first.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    /// <exception cref="ArgumentException">A value of the resolution is invalid. The message names it and the rule.</exception>
    Task<ResolveOutcome> ResolveAsync(ManualResolution resolution, CancellationToken cancellationToken = default);
}
