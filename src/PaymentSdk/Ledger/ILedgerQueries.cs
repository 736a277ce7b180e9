namespace PaymentSdk.Ledger;

/// <summary>The part of the ledger port that operators and the reconciliation read.</summary>
public interface ILedgerQueries
{
    /// <summary>Attempts in one of these states with their purchases, the ones that moved longest ago first.</summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken);

    /// <summary>The attempts that were opened last with their purchases, newest first. For operators: it may read many rows.</summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken);

    /// <summary>Refunds in one of these states, the ones that moved longest ago first.</summary>
    ValueTask<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken);

    /// <summary>The attempts of a purchase, in the order they were opened.</summary>
    ValueTask<IReadOnlyList<Attempt>> ReadAttemptsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>Adds lines whose transaction key is not in the books yet; the others stay as they are.</summary>
    /// <returns>How many were added.</returns>
    ValueTask<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken);

    /// <summary>The lines of the books from a moment (included) to a moment (excluded) of the gateway's time, in that order.</summary>
    ValueTask<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Writes breaks, each over the one with its transaction key.</summary>
    ValueTask SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken);

    /// <summary>The breaks, oldest first; the closed ones too if asked for.</summary>
    ValueTask<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken);

    /// <summary>What alerts are raised by.</summary>
    ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes what is older than the limits, in steps that do not keep writers waiting. Whatever its age, a purchase stays with its money
    /// movements while an event of it is undelivered, a refund is open, an attempt is due, or its money is undecided.
    /// </summary>
    ValueTask<PurgeResult> PurgeAsync(string merchant, PurgeLimits limits, CancellationToken cancellationToken);
}
