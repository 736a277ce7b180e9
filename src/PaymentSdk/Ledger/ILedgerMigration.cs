namespace PaymentSdk.Ledger;

/// <summary>
/// Makes the tables of a ledger, or brings them to this version, when an operator says so. A singleton, keyed by the registration, of a
/// ledger whose tables are its own; a ledger in a context of the shop has none.
/// </summary>
public interface ILedgerMigration
{
    /// <summary>Applies what is missing. Several processes may do so at once: one of them does it, the others wait.</summary>
    /// <returns>What was applied, in order; empty when nothing was missing.</returns>
    /// <exception cref="LedgerException">The database is unavailable, or its tables are newer than this version; the message says what to do.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);
}
