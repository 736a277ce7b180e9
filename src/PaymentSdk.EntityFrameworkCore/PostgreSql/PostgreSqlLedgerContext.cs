using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>The context of a ledger on PostgreSQL.</summary>
internal sealed class PostgreSqlLedgerContext(DbContextOptions<PostgreSqlLedgerContext> options) : LedgerContext(options)
{
    /// <summary>
    /// The collation that compares bytes. An index with this collation is faster to read, and stays valid after a system update that changes the sort
    /// order of a language.
    /// </summary>
    private const string Ordinal = "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var columns = modelBuilder.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string));
        // Bounded columns hold the SDK's own keys and words. All of them get the collation, because texts of two collations cannot be compared.
        foreach (var column in columns.Where(column => column.GetMaxLength() is not null || column.IsKey() || column.IsIndex()))
            column.SetCollation(Ordinal);
    }
}
