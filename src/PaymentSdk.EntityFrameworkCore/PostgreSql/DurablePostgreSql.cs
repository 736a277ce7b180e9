using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>The settings of each PostgreSQL connection, and the requirements for the server (docs/spec/money.md §9).</summary>
internal static class DurablePostgreSql
{
    /// <summary>
    /// Sets <c>synchronous_commit</c> to <c>on</c>. The role, the database or the server may set it to <c>off</c>, which loses the last commits in a
    /// crash, or to <c>local</c>, which loses them in a failover. A stricter setting than <c>on</c> is kept.
    /// </summary>
    private const string SetDurable = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')";

    public static Task SetAsync(DbContext database, CancellationToken cancellationToken) => database.ScalarAsync(SetDurable, cancellationToken);

    /// <exception cref="InvalidOperationException">The connection does not keep its setting, or cannot write.</exception>
    public static async Task CheckAsync(DbContext database, ILogger logger, CancellationToken cancellationToken)
    {
        var synchronous = await database.ScalarAsync("SHOW synchronous_commit", cancellationToken).ConfigureAwait(false);
        if (synchronous is not ("on" or "remote_apply"))
        {
            throw new InvalidOperationException(
                $"The payment ledger's PostgreSQL connection does not stay at synchronous_commit=on (it is {synchronous}). " +
                "Remove what changes it, e.g. a connection pooler that shares a connection within a session, or a command interceptor.");
        }

        await RefuseReadOnlyAsync(database, cancellationToken).ConfigureAwait(false);
        if (await database.ScalarAsync("SHOW fsync", cancellationToken).ConfigureAwait(false) != "on")
            Log.LedgerServerWithoutFsync(logger);
    }

    /// <exception cref="InvalidOperationException">The server is a standby, or the role may only read.</exception>
    public static async Task RefuseReadOnlyAsync(DbContext database, CancellationToken cancellationToken)
    {
        if (await IsReadOnlyAsync(database, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                "The payment ledger's PostgreSQL server is read-only: it is a standby, or default_transaction_read_only is on. " +
                "Connect to the primary, e.g. with Host=one,two;Target Session Attributes=primary in the connection string.");
        }
    }

    public static async Task<bool> IsReadOnlyAsync(DbContext database, CancellationToken cancellationToken) =>
        await database.ScalarAsync("SHOW transaction_read_only", cancellationToken).ConfigureAwait(false) == "on";
}
