using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Tables that the migrations of this package make.</summary>
internal sealed class ShippedTables(bool migrate, ILogger logger) : ILedgerTables
{
    public async Task CheckAsync(DbContext database, CancellationToken cancellationToken)
    {
        var known = database.Database.GetMigrations().ToList();
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        RefuseNewer([.. applied.Except(known)]);
        var pending = known.Except(applied).ToList();
        if (pending.Count == 0)
            return;
        if (!migrate)
        {
            throw new InvalidOperationException(
                $"The tables of the payment ledger are behind this version of PaymentSdk: {string.Join(", ", pending)} not applied. Outside Development they are not changed unasked: " +
                "back the database up and start once with AddEntityFrameworkLedger(…, ledger => ledger.MigrateAtStart = true).");
        }

        if (DurableSqlite.Is(database))
            await SqliteMigrationLock.FreeAbandonedAsync(database, logger, cancellationToken).ConfigureAwait(false);
        await database.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        Log.LedgerMigrated(logger, string.Join(", ", pending));
    }

    /// <summary>An older version writing into newer tables would leave out what the newer one counts on.</summary>
    private static void RefuseNewer(List<string> unknown)
    {
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"The tables of the payment ledger are newer than this version of PaymentSdk: it does not know {string.Join(", ", unknown)}. " +
                "Run the newer version of the shop; do not roll back past a migration of the ledger.");
        }
    }
}
