using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Claims in one statement: rows that another claimer is just taking are passed over instead of waited for
/// (money.md §9). It only saves time; that each row has one holder comes from the fencing token.
/// </summary>
internal static class PostgreSqlClaims
{
    public static async Task<Dictionary<string, long>> TakeDueAsync(
        DbContext database, string merchant, RecoveryLane lane, int maxCount, long now, long until, CancellationToken cancellationToken)
    {
        var table = Table(database);
        // It names what it returns: a prepared statement fails when its columns change, as * does when a newer version adds one.
        // A common table expression that locks is run once; a subquery might be run, and lock, again.
        var statement = $$"""
            WITH due AS (
                SELECT merchant, order_id FROM {{table}}
                WHERE merchant = {0} AND lane = {1} AND due_at <= {2} AND (lease_until IS NULL OR lease_until <= {2})
                ORDER BY due_at, order_id LIMIT {3}
                FOR UPDATE SKIP LOCKED)
            UPDATE {{table}} AS attempt SET fencing_token = attempt.fencing_token + 1, lease_until = {4}
            FROM due WHERE attempt.merchant = due.merchant AND attempt.order_id = due.order_id
            RETURNING attempt.order_id AS "OrderId", attempt.fencing_token AS "FencingToken"
            """;
        var taken = await database.Database.SqlQueryRaw<Taken>(statement, merchant, (int)lane, now, maxCount, until).ToListAsync(cancellationToken).ConfigureAwait(false);
        return taken.ToDictionary(attempt => attempt.OrderId, attempt => attempt.FencingToken);
    }

    /// <summary>The quoted name, in the schema that a merchant's own model may have put it into.</summary>
    private static string Table(DbContext database)
    {
        var table = database.Model.FindEntityType(typeof(AttemptRow))!;
        return database.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.GetTableName()!, table.GetSchema());
    }

    private sealed record Taken(string OrderId, long FencingToken);
}
