using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Lets one process at a time migrate a database. The server frees the lock when its process dies. EF Core's own lock is
/// taken on the history table, which the first migration has yet to make.
/// </summary>
internal static class PostgreSqlMigrationLock
{
    /// <summary>The number that stands for the ledger's migrations in each database.</summary>
    private const string Number = "5724181620113042";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asked again and again rather than waited for: a wait would end in the command timeout.</summary>
    public static async Task HoldAsync(DbContext database, Func<Task> work, CancellationToken cancellationToken)
    {
        while (await database.ScalarAsync($"SELECT pg_try_advisory_lock({Number})", cancellationToken).ConfigureAwait(false) != bool.TrueString)
            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await work().ConfigureAwait(false);
        // After a failure the connection is closed with its context, and the lock goes with it.
        await database.ScalarAsync($"SELECT pg_advisory_unlock({Number})", cancellationToken).ConfigureAwait(false);
    }
}
