namespace PaymentSdk;

/// <summary>
/// Deletes the data of a registration whose retention time has ended (<see cref="RetentionOptions"/>). There is one singleton per registration, keyed
/// by its name; the default one is also registered without a key.
/// </summary>
public interface IRetention
{
    /// <summary>
    /// Deletes expired data now. Data that recovery or a handler still needs is kept, whatever its age. A background job does the same every day. The
    /// method is idempotent.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable. Data that was already deleted stays deleted.</exception>
    Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default);
}
