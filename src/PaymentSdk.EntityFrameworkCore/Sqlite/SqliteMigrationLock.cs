using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// EF Core keeps two processes from migrating one SQLite file at once by a row in <c>__EFMigrationsLock</c>. A process
/// killed while it migrates leaves the row, and every later start would wait for it for ever.
/// </summary>
internal static class SqliteMigrationLock
{
    /// <summary>The migrations of the ledger take milliseconds; the transaction inside still keeps writers apart.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const string Exists = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    private const string Holder = "SELECT MAX(\"Timestamp\") FROM \"__EFMigrationsLock\"";

    private const string Free = "DELETE FROM \"__EFMigrationsLock\"";

    /// <summary>Waits until the lock is free, and frees it when the same holder has kept it longer than a migration takes.</summary>
    public static async Task FreeAbandonedAsync(DbContext database, ILogger logger, CancellationToken cancellationToken)
    {
        if (await SqliteConnection.ScalarAsync(database, Exists, cancellationToken).ConfigureAwait(false) == "0")
            return;
        var holder = await SqliteConnection.ScalarAsync(database, Holder, cancellationToken).ConfigureAwait(false);
        var begun = TimeProvider.System.GetTimestamp();
        while (holder.Length > 0 && await SqliteConnection.ScalarAsync(database, Holder, cancellationToken).ConfigureAwait(false) == holder)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Longest)
            {
                await SqliteConnection.ScalarAsync(database, Free, cancellationToken).ConfigureAwait(false);
                Log.AbandonedMigrationLock(logger);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }
}
