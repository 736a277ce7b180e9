using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>The ledger's own context. One derived context per database whose migrations are shipped, because migrations differ by database.</summary>
internal abstract class LedgerContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The ledger counts its migrations in its own table, because the shop may keep its tables in the same database.</summary>
    public const string HistoryTable = "payment_migrations";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPaymentLedger();
        AttemptTable.IndexOnlyDue(modelBuilder);
    }
}
