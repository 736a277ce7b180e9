using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>Whether each session is one of the server, and of the server as it is now (docs/spec/money.md §9).</summary>
internal static class PostgreSqlSessions
{
    private const string Pooled =
        "A connection pooler in transaction mode, or Multiplexing=true, lies between this host and PostgreSQL: statements of one session run in several server processes, and most payments fail. " +
        "Let the ledger connect to the server itself, or to a pool with pool_mode = session, and remove Multiplexing from the connection string.";

    private const string ReadOnly =
        "The payment ledger's PostgreSQL server only reads, and no payment is begun until it writes: it is a standby, or default_transaction_read_only is on. " +
        "Promote it, or connect to the primary, e.g. with Host=one,two;Target Session Attributes=primary in the connection string.";

    private const string Process = "SELECT pg_backend_pid()";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<string>> FindFaultsAsync(DbContext one, DbContext other, CancellationToken cancellationToken)
    {
        if (await IsPooledAsync(one, other, cancellationToken).ConfigureAwait(false))
            return [Pooled];
        return await DurablePostgreSql.IsReadOnlyAsync(one, cancellationToken).ConfigureAwait(false) ? [ReadOnly] : [];
    }

    /// <summary>A read-only transaction, a shutdown and its siblings, a broken connection, a prepared statement that another server process has.</summary>
    public static bool IsOfConnection(Exception failure) =>
        failure.GetBaseException() is DbException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or "25006" or "26000" };

    /// <summary>Closes the idle connections of the pool, and the others when they come back. Npgsql is no dependency of this package.</summary>
    public static void Forget(DbContext database)
    {
        var connection = database.Database.GetDbConnection();
        connection.GetType().GetMethod("ClearPool", BindingFlags.Public | BindingFlags.Static, [connection.GetType()])?.Invoke(null, [connection]);
    }

    /// <summary>
    /// A session has one process of the server for as long as it is open. A pooler gives the process away between transactions: while
    /// the other session holds one, the first finds itself in another process, or waits for one.
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

    /// <summary>The process of a session; null when it has none for too long.</summary>
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
