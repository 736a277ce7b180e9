namespace PaymentSdk.Ledger;

/// <summary>
/// Creates the tables of a ledger, or updates them to this version, when an operator requests it. It is a singleton service, keyed by the name of the
/// registration. Only a ledger with its own tables has this service; a ledger in the shop's own <c>DbContext</c> does not.
/// </summary>
public interface ILedgerMigration
{
    /// <summary>
    /// Applies the missing migrations. Several processes may call this at once: one of them applies the migrations, and the others wait.
    /// </summary>
    /// <returns>The migrations that were applied, in order; empty when none was missing.</returns>
    /// <exception cref="LedgerException">
    /// The database is unavailable, or its tables are newer than this version; the message says what to do.
    /// </exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);
}
