using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Claims rows in one statement. Rows that another claimer is taking at the same time are skipped, without waiting for them (docs/spec/money.md §9).
/// This only saves time; the fencing token ensures that each row has one holder.
/// </summary>
internal static class PostgreSqlClaims
{
    public static async Task<Dictionary<string, long>> TakeDueAsync(
        DbContext database, string merchant, RecoveryLane lane, int maxCount, long now, long until, CancellationToken cancellationToken)
    {
        var names = new Names(database);
        var (table, merchants, orderId) = (names.Table, names.Of(nameof(AttemptRow.Merchant)), names.Of(nameof(AttemptRow.OrderId)));
        var (lanes, dueAt) = (names.Of(nameof(AttemptRow.Lane)), names.Of(nameof(AttemptRow.DueAt)));
        var (token, leaseUntil) = (names.Of(nameof(AttemptRow.FencingToken)), names.Of(nameof(AttemptRow.LeaseUntil)));
        // The statement names the columns that it returns. A prepared statement fails when its columns change, as the columns of * do when a newer
        // version adds one. A common table expression that locks is run once, but a subquery might be run, and lock, again.
        var statement = $$"""
            WITH due AS (
                SELECT {{merchants}}, {{orderId}} FROM {{table}}
                WHERE {{merchants}} = {0} AND {{lanes}} = {1} AND {{dueAt}} <= {2} AND ({{leaseUntil}} IS NULL OR {{leaseUntil}} <= {2})
                ORDER BY {{dueAt}}, {{orderId}} LIMIT {3}
                FOR UPDATE SKIP LOCKED)
            UPDATE {{table}} AS attempt SET {{token}} = attempt.{{token}} + 1, {{leaseUntil}} = {4}
            FROM due WHERE attempt.{{merchants}} = due.{{merchants}} AND attempt.{{orderId}} = due.{{orderId}}
            RETURNING attempt.{{orderId}} AS "OrderId", attempt.{{token}} AS "FencingToken"
            """;
        var taken = await database.Database.SqlQueryRaw<Taken>(statement, merchant, (int)lane, now, maxCount, until).ToListAsync(cancellationToken).ConfigureAwait(false);
        return taken.ToDictionary(attempt => attempt.OrderId, attempt => attempt.FencingToken);
    }

    /// <summary>The quoted names of the table and its columns, which a shop's own model may have changed.</summary>
    private sealed class Names
    {
        private readonly ISqlGenerationHelper _sql;
        private readonly IEntityType _table;
        private readonly StoreObjectIdentifier _place;

        public Names(DbContext database)
        {
            _sql = database.GetService<ISqlGenerationHelper>();
            _table = database.Model.FindEntityType(typeof(AttemptRow))!;
            _place = StoreObjectIdentifier.Table(_table.GetTableName()!, _table.GetSchema());
        }

        public string Table => _sql.DelimitIdentifier(_table.GetTableName()!, _table.GetSchema());

        public string Of(string property) => _sql.DelimitIdentifier(_table.FindProperty(property)!.GetColumnName(_place)!);
    }

    private sealed record Taken(string OrderId, long FencingToken);
}
