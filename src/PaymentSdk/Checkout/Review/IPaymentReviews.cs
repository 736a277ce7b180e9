namespace PaymentSdk;

/// <summary>
/// What operators look at and decide. It throws only for misuse, for a ledger that is unavailable, and for the caller's own cancellation.
/// A singleton; registrations with a name have one keyed by it.
/// </summary>
public interface IPaymentReviews
{
    /// <summary>What needs an operator, longest waiting first: payments whose outcome or amount is wrong, refunds that stand still.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<AttentionItem>> ListAsync(int maxCount = 100, CancellationToken cancellationToken = default);

    /// <summary>Resolves an order that needs an operator, by the operator's decision; the gateway is queried first.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<ResolveOutcome> ResolveAsync(ManualResolution resolution, CancellationToken cancellationToken = default);
}
