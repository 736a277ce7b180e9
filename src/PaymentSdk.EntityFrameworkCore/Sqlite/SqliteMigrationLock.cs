using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// EF Core keeps two processes from migrating one SQLite file at once by a row in <c>__EFMigrationsLock</c>. A process
/// killed while it migrates leaves the row, and every later start would wait for it without end.
/// </summary>
internal static class SqliteMigrationLock
{
    private const string Exists = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    /// <summary>20 seconds: the migrations of the ledger take milliseconds, and their transactions still keep writers apart.</summary>
    private const string FreeOld = "DELETE FROM \"__EFMigrationsLock\" WHERE abs(julianday('now') - julianday(\"Timestamp\")) * 86400 > 20 RETURNING \"Id\"";

    private const string Taken = "SELECT COUNT(*) FROM \"__EFMigrationsLock\"";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no process holds the lock, and frees it when it is older than any migration takes.</summary>
    public static async Task FreeAbandonedAsync(DbContext database, ILogger logger, CancellationToken cancellationToken)
    {
        if (await database.ScalarAsync(Exists, cancellationToken).ConfigureAwait(false) == "0")
            return;
        while (await database.ScalarAsync(Taken, cancellationToken).ConfigureAwait(false) != "0")
        {
            if (await database.ScalarAsync(FreeOld, cancellationToken).ConfigureAwait(false) != "")
                Log.AbandonedMigrationLock(logger);
            else
                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }
}
