namespace PaymentSdk;

/// <summary>
/// Deletes what a registration need not keep any more (<see cref="RetentionOptions"/>). A singleton per
/// registration, keyed by its name; the default one is unkeyed too.
/// </summary>
public interface IRetention
{
    /// <summary>Deletes now. What is open, due or paid within its time stays. It also runs every day by itself. Idempotent.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable; what was deleted before stays deleted.</exception>
    Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default);
}
