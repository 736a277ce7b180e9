namespace PaymentSdk;

/// <summary>
/// Compares the ledger of a registration with the gateway's list of transactions, by transaction key. There is one singleton per registration, keyed
/// by its name; the default one is also registered without a key. A reconciliation can run at any time and in several processes at once, because a
/// repeated run writes the same result.
/// </summary>
public interface IReconciliation
{
    /// <summary>
    /// Compares the days one by one. Movements of the shop's payments that the ledger lacks are added. An order whose state differs from the
    /// gateway's list is queried, and its outcome is recorded, as in recovery. A difference that remains is stored as a discrepancy.
    /// </summary>
    /// <param name="range">The days to compare; null for the last <see cref="ReconciliationOptions.Days"/> days up to yesterday.</param>
    /// <param name="cancellationToken">Cancels the run. The results of days that were already compared remain.</param>
    /// <exception cref="PaymentException">The gateway's list of a day could not be read. That day is unchanged.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<ReconciliationReport> ReconcileAsync(ReconciliationRange? range = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the discrepancies, oldest first.</summary>
    /// <param name="withClosed">Whether to include closed discrepancies. Default false.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(bool withClosed = false, CancellationToken cancellationToken = default);

    /// <summary>Assigns an owner to an open discrepancy.</summary>
    /// <param name="transactionKey">The transaction key of the discrepancy.</param>
    /// <param name="owner">The person who is responsible for the discrepancy; 1 to 64 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when the discrepancy was changed; false when no open discrepancy has this transaction key.</returns>
    /// <exception cref="ArgumentException">The owner is empty, too long or contains control characters.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<bool> AssignAsync(string transactionKey, string owner, CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes a discrepancy by an operator's decision. It stays closed as long as the ledger and the gateway differ in the same way.
    /// </summary>
    /// <param name="transactionKey">The transaction key of the discrepancy.</param>
    /// <param name="actor">The actor who decides; 1 to 64 characters.</param>
    /// <param name="reason">The reason; 1 to 200 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when the discrepancy was changed; false when no open discrepancy has this transaction key.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="actor"/> or <paramref name="reason"/> is empty, too long or contains control characters.
    /// </exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<bool> CloseAsync(string transactionKey, string actor, string reason, CancellationToken cancellationToken = default);
}
