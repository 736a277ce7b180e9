namespace PaymentSdk;

/// <summary>
/// Deletes those data of a registration that are older than their retention time (<see cref="RetentionOptions"/>). A singleton per registration, keyed
/// by its name; the default one is also registered without a key.
/// </summary>
public interface IRetention
{
    /// <summary>
    /// Deletes expired data now. Data that is open, due or within its retention time is kept. A background job does the same every day.
    /// The method is idempotent.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable. Data that was already deleted stays deleted.</exception>
    Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default);
}
