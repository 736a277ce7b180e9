using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Tables that the migrations of this package create.</summary>
internal sealed class ShippedTables(bool migrate, ILogger logger) : ILedgerTables
{
    private const string Repair =
        "The ledger's migrations create the tables, and nothing else may change them: undo the change, or restore the database from a backup.";

    public async Task CheckAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var database = session.Database;
        var pending = await PendingAsync(database, cancellationToken).ConfigureAwait(false);
        if (pending.Count > 0)
        {
            if (!migrate)
                throw Behind(pending);
            await LedgerProviders.Of(database).MigrateAsync(database, logger, () => MigrateAsync(database, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await TryAsync(session, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string> ExamineAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(session.Database, cancellationToken).ConfigureAwait(false);
        if (pending.Count > 0)
            return WillMigrate(pending);
        await TryAsync(session, cancellationToken).ConfigureAwait(false);
        return "The tables are up to date.";
    }

    public string ExamineMissing() => WillMigrate(["all"]);

    /// <summary>Returns the migrations that are not applied to the database.</summary>
    public static async Task<List<string>> PendingAsync(DbContext database, CancellationToken cancellationToken)
    {
        var known = database.Database.GetMigrations().ToList();
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        RefuseNewer([.. applied.Except(known)]);
        return [.. known.Except(applied)];
    }

    private static async Task TryAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        await ColumnCheck.RunAsync(session.Database, Repair, cancellationToken).ConfigureAwait(false);
        await new LedgerTrial(session).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task MigrateAsync(DbContext database, CancellationToken cancellationToken)
    {
        // Another process may have applied them while this one waited.
        var pending = await PendingAsync(database, cancellationToken).ConfigureAwait(false);
        if (pending.Count == 0)
            return;
        await database.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        Log.LedgerMigrated(logger, string.Join(", ", pending));
    }

    private string WillMigrate(List<string> pending) => migrate
        ? $"Tables to migrate: {string.Join(", ", pending)}; the host migrates them when it starts."
        : throw Behind(pending);

    private static InvalidOperationException Behind(List<string> pending) => new(
        $"The tables of the payment ledger are behind this version of PaymentSdk: {string.Join(", ", pending)} not applied. Outside Development they are not changed automatically: " +
        "back the database up, then run the command migrate (PaymentSdk.CommandLine), or start once with AddEntityFrameworkLedger(…, ledger => ledger.MigrateAtStart = true).");

    /// <summary>Refuses newer tables. An older version would omit values on which the newer one relies.</summary>
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
