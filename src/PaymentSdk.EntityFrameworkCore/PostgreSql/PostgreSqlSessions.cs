using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>Checks that each session has its own server process, and that the server can still write (docs/spec/money.md §9).</summary>
internal static class PostgreSqlSessions
{
    private const string Pooled =
        "A connection pooler in transaction mode, or Multiplexing=true, lies between this host and PostgreSQL: statements of one session run in several server processes, and most payments fail. " +
        "Let the ledger connect to the server itself, or to a pool with pool_mode = session, and remove Multiplexing from the connection string.";

    private const string ReadOnly =
        "The payment ledger's PostgreSQL server is read-only, and no payment is begun until it accepts writes: it is a standby, or default_transaction_read_only is on. " +
        "Promote it, or connect to the primary, e.g. with Host=one,two;Target Session Attributes=primary in the connection string.";

    private const string Process = "SELECT pg_backend_pid()";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<string>> FindFaultsAsync(DbContext one, DbContext other, CancellationToken cancellationToken)
    {
        if (await IsPooledAsync(one, other, cancellationToken).ConfigureAwait(false))
            return [Pooled];
        return await DurablePostgreSql.IsReadOnlyAsync(one, cancellationToken).ConfigureAwait(false) ? [ReadOnly] : [];
    }

    /// <summary>
    /// Returns true for a read-only transaction, a server shutdown or restart, a broken connection, and a prepared statement that belongs to
    /// another server process.
    /// </summary>
    public static bool IsOfConnection(Exception failure) =>
        failure.GetBaseException() is DbException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or "25006" or "26000" };

    /// <summary>
    /// Closes the idle connections of the pool, and the other connections when they are returned. Npgsql is called by reflection, because this
    /// package does not depend on it.
    /// </summary>
    public static void Forget(DbContext database)
    {
        var connection = database.Database.GetDbConnection();
        connection.GetType().GetMethod("ClearPool", BindingFlags.Public | BindingFlags.Static, [connection.GetType()])?.Invoke(null, [connection]);
    }

    /// <summary>
    /// Returns true if a pooler is between the sessions and the server. A session keeps one server process as long as it is open. A pooler
    /// reassigns the process between transactions, so while the other session holds one, the first gets another process or waits for one.
    /// </summary>
    private static async Task<bool> IsPooledAsync(DbContext one, DbContext other, CancellationToken cancellationToken)
    {
        var before = await one.ScalarAsync(Process, cancellationToken).ConfigureAwait(false);
        await other.ScalarAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        try
        {
            var held = await other.ScalarAsync(Process, cancellationToken).ConfigureAwait(false);
            return held == before || await MeanwhileAsync(one, cancellationToken).ConfigureAwait(false) != before;
        }
        finally
        {
            await other.ScalarAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the server process of a session; null if the session does not get one in time.</summary>
    private static async Task<string?> MeanwhileAsync(DbContext database, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxWait);
        try
        {
            return await database.ScalarAsync(Process, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
