using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Claims in one statement: rows that another claimer is just taking are passed over instead of waited for
/// (money.md §9). It only saves time; that each row has one holder comes from the fencing number.
/// </summary>
internal static class PostgreSqlClaims
{
    public static async Task<Dictionary<string, long>> TakeDueAsync(
        DbContext database, string merchant, int most, long now, long until, CancellationToken cancellationToken)
    {
        var table = Table(database);
        // A common table expression that locks is run once; a subquery might be run, and lock, again.
        var statement = $$"""
            WITH due AS (
                SELECT merchant, order_id FROM {{table}}
                WHERE merchant = {0} AND due_at <= {1} AND (lease_until IS NULL OR lease_until <= {1})
                ORDER BY due_at, order_id LIMIT {2}
                FOR UPDATE SKIP LOCKED)
            UPDATE {{table}} AS attempt SET fence = attempt.fence + 1, lease_until = {3}
            FROM due WHERE attempt.merchant = due.merchant AND attempt.order_id = due.order_id
            RETURNING attempt.*
            """;
        var taken = await database.Set<AttemptRow>().FromSqlRaw(statement, merchant, now, most, until).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return taken.ToDictionary(attempt => attempt.OrderId, attempt => attempt.Fence);
    }

    /// <summary>The quoted name, in the schema that a merchant's own model may have put it into.</summary>
    private static string Table(DbContext database)
    {
        var table = database.Model.FindEntityType(typeof(AttemptRow))!;
        return database.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.GetTableName()!, table.GetSchema());
    }
}
