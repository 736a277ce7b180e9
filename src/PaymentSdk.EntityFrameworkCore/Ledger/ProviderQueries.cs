using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The queries that differ by database.</summary>
internal static class ProviderQueries
{
    /// <summary>Returns every attempt with its purchase, without tracking.</summary>
    public static IQueryable<SnapshotRow> Entries(this DbContext database) => LedgerProviders.Of(database).Entries(database);

    /// <summary>Returns the time of the database in UTC.</summary>
    public static Task<DateTime> TimeAsync(this DbContext database, CancellationToken cancellationToken) =>
        LedgerProviders.Of(database).TimeAsync(database, cancellationToken);
}
