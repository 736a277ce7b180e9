using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>The ledger on a PostgreSQL server.</summary>
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
            // Npgsql's strategy wraps it into advice to retry, which hides what is the matter.
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

    /// <summary>The clock as the statement runs; what EF Core would use (<c>now()</c>) stands still for a whole transaction.</summary>
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
