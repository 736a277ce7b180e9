namespace PaymentSdk.Ledger;

/// <summary>The part of the ledger port that operators and the reconciliation use.</summary>
public interface ILedgerQueries
{
    /// <summary>
    /// Lists the attempts that are in one of the given states, with their purchases. The attempts that changed longest ago come first.
    /// </summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the most recently opened attempts with their purchases, newest first. The query may read many rows, so it is meant only for operators.
    /// </summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken);

    /// <summary>Lists the refunds that are in one of the given states. The refunds that changed longest ago come first.</summary>
    ValueTask<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken);

    /// <summary>Returns the attempts of a purchase, in the order in which they were opened.</summary>
    ValueTask<IReadOnlyList<Attempt>> ReadAttemptsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>Adds the money movements whose transaction key is not in the ledger yet. Stored movements stay unchanged.</summary>
    /// <returns>The number of movements that were added.</returns>
    ValueTask<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the money movements with a gateway time from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), ordered by that
    /// time.
    /// </summary>
    ValueTask<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Saves discrepancies. Each one replaces the stored discrepancy with the same transaction key.</summary>
    ValueTask SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken);

    /// <summary>Lists the discrepancies, oldest first. Closed ones are included only when <paramref name="withClosed"/> is true.</summary>
    ValueTask<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken);

    /// <summary>Reads the figures that alerts are based on.</summary>
    ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes data that is older than the limits, in small steps so that writers do not wait. Whatever its age, a purchase is kept with its money
    /// movements while one of its events is undelivered, one of its refunds is open, one of its attempts has a due time, or the outcome of a payment
    /// is undecided.
    /// </summary>
    ValueTask<PurgeResult> PurgeAsync(string merchant, PurgeLimits limits, CancellationToken cancellationToken);
}
