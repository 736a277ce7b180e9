namespace PaymentSdk;

/// <summary>
/// Compares the ledger of a registration with the gateway's list, by transaction key. A singleton per registration,
/// keyed by its name; the default one is unkeyed too. Run as often as wanted, also by several processes at once: what is
/// written is the same.
/// </summary>
public interface IReconciliation
{
    /// <summary>
    /// Compares day by day. Movements of our payments that the books lack are added, and an order that the ledger has
    /// otherwise than the gateway is queried and settled like recovery does; what still differs is a break.
    /// </summary>
    /// <param name="range">The days; null for the trailing days of <see cref="ReconciliationOptions.Days"/>, yesterday the last one.</param>
    /// <param name="cancellationToken">Ends the run; days that were compared stay compared.</param>
    /// <exception cref="PaymentException">The gateway's list could not be read; the day it concerns is unchanged.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<ReconciliationReport> ReconcileAsync(ReconciliationRange? range = null, CancellationToken cancellationToken = default);

    /// <summary>The breaks, oldest first.</summary>
    /// <param name="withClosed">Also those that are closed. Default false.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(bool withClosed = false, CancellationToken cancellationToken = default);

    /// <summary>Names who looks after an open break.</summary>
    /// <param name="transactionKey">The break.</param>
    /// <param name="owner">1 to 64 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when no such break is open.</returns>
    /// <exception cref="ArgumentException">The owner is empty, too long or holds control characters.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<bool> AssignAsync(string transactionKey, string owner, CancellationToken cancellationToken = default);

    /// <summary>Closes a break by an operator's decision. It stays closed while ledger and gateway differ in just this way.</summary>
    /// <param name="transactionKey">The break.</param>
    /// <param name="who">Who decides, 1 to 64 characters.</param>
    /// <param name="why">Why, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when no such break is open.</returns>
    /// <exception cref="ArgumentException"><paramref name="who"/> or <paramref name="why"/> is empty, too long or holds control characters.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<bool> CloseAsync(string transactionKey, string who, string why, CancellationToken cancellationToken = default);
}
