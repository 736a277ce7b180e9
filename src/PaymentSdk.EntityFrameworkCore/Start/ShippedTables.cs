using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Tables that the migrations of this package make.</summary>
internal sealed class ShippedTables(bool migrate, ILogger logger) : ILedgerTables
{
    public async Task CheckAsync(DbContext database, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(database, cancellationToken).ConfigureAwait(false);
        if (pending.Count == 0)
            return;
        if (!migrate)
            throw Behind(pending);

        await LedgerProvider.Of(database).MigrateAsync(database, logger, () => MigrateAsync(database, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async Task<string> ExamineAsync(DbContext database, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(database, cancellationToken).ConfigureAwait(false);
        return pending.Count == 0 ? "The tables are up to date." : WillMigrate(pending);
    }

    public string ExamineMissing() => WillMigrate(["all"]);

    private async Task MigrateAsync(DbContext database, CancellationToken cancellationToken)
    {
        // Another process may have done it while this one waited.
        var pending = await PendingAsync(database, cancellationToken).ConfigureAwait(false);
        if (pending.Count == 0)
            return;
        await database.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        Log.LedgerMigrated(logger, string.Join(", ", pending));
    }

    private string WillMigrate(List<string> pending) => migrate
        ? $"Tables to migrate: {string.Join(", ", pending)}; the host does it when it starts."
        : throw Behind(pending);

    private static async Task<List<string>> PendingAsync(DbContext database, CancellationToken cancellationToken)
    {
        var known = database.Database.GetMigrations().ToList();
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        RefuseNewer([.. applied.Except(known)]);
        return [.. known.Except(applied)];
    }

    private static InvalidOperationException Behind(List<string> pending) => new(
        $"The tables of the payment ledger are behind this version of PaymentSdk: {string.Join(", ", pending)} not applied. Outside Development they are not changed unasked: " +
        "back the database up and start once with AddEntityFrameworkLedger(…, ledger => ledger.MigrateAtStart = true).");

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
