using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The queries of the ledger. <see cref="DateTime.UtcNow"/> inside a query is the database's clock: EF Core translates it to SQL.</summary>
internal static class LedgerQueries
{
    /// <summary>Every attempt with its purchase, without tracking.</summary>
    public static IQueryable<EntryRow> Entries(this DbContext database) =>
        from attempt in database.Set<AttemptRow>().AsNoTracking()
        join purchase in database.Set<PurchaseRow>().AsNoTracking()
            on new { attempt.Merchant, attempt.PurchaseId } equals new { purchase.Merchant, purchase.PurchaseId }
        select new EntryRow { Purchase = purchase, Attempt = attempt, Now = DateTime.UtcNow };

    /// <summary>The time of the database, UTC. The one-row table makes it work on an empty ledger.</summary>
    public static Task<DateTime> TimeAsync(this DbContext database, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<int>("SELECT 1 AS Value").Select(_ => DateTime.UtcNow).SingleAsync(cancellationToken);
}
