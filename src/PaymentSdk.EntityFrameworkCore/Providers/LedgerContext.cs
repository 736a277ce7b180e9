using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>
/// The ledger's own context. Each database for which migrations are shipped has its own derived context, because migrations differ by database.
/// </summary>
internal abstract class LedgerContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The ledger's own migration history table, because the shop may have its tables in the same database.</summary>
    public const string HistoryTable = "payment_migrations";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPaymentLedger();
        AttemptTable.IndexOnlyDue(modelBuilder);
    }
}
