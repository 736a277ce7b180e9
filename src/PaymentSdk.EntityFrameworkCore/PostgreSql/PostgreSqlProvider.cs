using System.Data.Common;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>A ledger on a PostgreSQL server.</summary>
internal sealed class PostgreSqlProvider : LedgerProvider
{
    public const string Name = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public static readonly PostgreSqlProvider Instance = new();

    public override bool IsVerified => true;

    public override bool HasServer => true;

    public override async Task OpenAsync(DbContext database, CancellationToken cancellationToken)
    {
        try
        {
            await base.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is DbException failure)
        {
            // Npgsql's strategy wraps the failure into advice to retry, which hides the cause.
            ExceptionDispatchInfo.Throw(failure);
        }

        await DurablePostgreSql.SetAsync(database, cancellationToken).ConfigureAwait(false);
    }

    public override Task CheckAsync(DbContext database, ILogger logger, CancellationToken cancellationToken) =>
        DurablePostgreSql.CheckAsync(database, logger, cancellationToken);

    public override IReadOnlyList<string> Remarks(DbContext database) => PostgreSqlConnectionText.Remarks(database.Database.GetDbConnection().ConnectionString);

    public override async Task<string> TryWriteAsync(DbContext database, CancellationToken cancellationToken)
    {
        await DurablePostgreSql.RefuseReadOnlyAsync(database, cancellationToken).ConfigureAwait(false);
        return await database.ScalarAsync("SELECT 'PostgreSQL ' || current_setting('server_version') || ', synchronous_commit=' || current_setting('synchronous_commit') || '.'", cancellationToken).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<StoredColumn>?> ReadColumnsAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        await PostgreSqlColumns.ReadAsync(database, table, cancellationToken).ConfigureAwait(false);

    public override bool Holds(string stored, string expected) => PostgreSqlColumns.Holds(stored, expected);

    public override Task<IReadOnlyList<string>> FindFaultsAsync(DbContext one, DbContext other, CancellationToken cancellationToken) =>
        PostgreSqlSessions.FindFaultsAsync(one, other, cancellationToken);

    public override bool IsOfConnection(Exception failure) => PostgreSqlSessions.IsOfConnection(failure);

    public override void ForgetConnections(DbContext database) => PostgreSqlSessions.Forget(database);

    public override Task MigrateAsync(DbContext database, ILogger logger, Func<Task> migrate, CancellationToken cancellationToken) =>
        PostgreSqlMigrationLock.HoldAsync(database, migrate, cancellationToken);

    /// <summary>Uses the clock at the time of the statement. EF Core would use <c>now()</c>, which does not advance within a transaction.</summary>
    public override IQueryable<SnapshotRow> Entries(DbContext database) =>
        from attempt in database.Set<AttemptRow>().AsNoTracking()
        join purchase in database.Set<PurchaseRow>().AsNoTracking()
            on new { attempt.Merchant, attempt.PurchaseId } equals new { purchase.Merchant, purchase.PurchaseId }
        select new SnapshotRow { Purchase = purchase, Attempt = attempt, Now = PostgreSqlTime.ClockTimestamp() };

    public override Func<DbContext, string, string, CancellationToken, Task<SnapshotRow?>> CompileFind() => EF.CompileAsyncQuery((DbContext database, string merchant, string orderId, CancellationToken _) =>
        (from attempt in database.Set<AttemptRow>().AsNoTracking()
         join purchase in database.Set<PurchaseRow>().AsNoTracking()
             on new { attempt.Merchant, attempt.PurchaseId } equals new { purchase.Merchant, purchase.PurchaseId }
         where attempt.Merchant == merchant && attempt.OrderId == orderId
         select new SnapshotRow { Purchase = purchase, Attempt = attempt, Now = PostgreSqlTime.ClockTimestamp() }).SingleOrDefault());

    public override Task<DateTime> TimeAsync(DbContext database, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);

    public override Task<Dictionary<string, long>> TakeDueAsync(
        DbContext database, string merchant, RecoveryLane lane, int maxCount, long now, long until, CancellationToken cancellationToken) =>
        PostgreSqlClaims.TakeDueAsync(database, merchant, lane, maxCount, now, until, cancellationToken);
}

/// <summary>Finds settings in an Npgsql connection string that make payments fail although the server works.</summary>
internal static class PostgreSqlConnectionText
{
    private const int MinConnectSeconds = 5;

    public static IReadOnlyList<string> Remarks(string connectionString)
    {
        var remarks = new List<string>();
        if (ConnectionText.Number(connectionString, "Timeout", "Connection Timeout") is > 0 and < MinConnectSeconds and var seconds)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Timeout={seconds} in the connection string ends a connection attempt after {seconds} s, and a busy server needs longer: confirms are then answered with 503. Write {MinConnectSeconds} or more, or leave the setting out (default 15)."));
        if (ConnectionText.Number(connectionString, "Maximum Pool Size", "Max Pool Size", "MaxPoolSize") is < LedgerProvider.MaxSessions and var most)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Maximum Pool Size={most} in the connection string is less than the {LedgerProvider.MaxSessions} connections that the ledger uses at once: buyers wait for each other, and the shop's own contexts with the same connection string wait too. Write a larger number, or leave the setting out (default 100)."));
        return remarks;
    }
}

/// <summary>Lets the server keep the plans of the ledger's queries, because they are few and the ledger's connections stay open (0034).</summary>
internal static class PreparedPostgreSql
{
    private static readonly string[] Words = ["Max Auto Prepare", "MaxAutoPrepare"];

    /// <summary>
    /// Returns the host's connection string with automatic preparation of repeated statements. The string is unchanged if it sets the number of
    /// prepared statements itself, or if it only names a connection string in the configuration.
    /// </summary>
    public static string ConnectionString(string text)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = text };
        if (settings.ContainsKey("Name") || Words.Any(settings.ContainsKey))
            return text;
        settings[Words[0]] = 64;
        return settings.ConnectionString;
    }
}

/// <summary>
/// Lets one process at a time migrate a database. The server releases the lock when its process dies. EF Core's own lock is taken on the history
/// table, which does not exist before the first migration.
/// </summary>
internal static class PostgreSqlMigrationLock
{
    /// <summary>The number of the advisory lock for the ledger's migrations; it is the same in each database.</summary>
    private const string Number = "5724181620113042";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Tries to take the lock repeatedly instead of waiting for it, because a wait would end with a command timeout.</summary>
    public static async Task HoldAsync(DbContext database, Func<Task> work, CancellationToken cancellationToken)
    {
        while (await database.ScalarAsync($"SELECT pg_try_advisory_lock({Number})", cancellationToken).ConfigureAwait(false) != bool.TrueString)
            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await work().ConfigureAwait(false);
        // After a failure the connection is closed with its context, and the server releases the lock.
        await database.ScalarAsync($"SELECT pg_advisory_unlock({Number})", cancellationToken).ConfigureAwait(false);
    }
}
