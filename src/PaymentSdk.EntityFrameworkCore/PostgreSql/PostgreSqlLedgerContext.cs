using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>The ledger on PostgreSQL.</summary>
internal sealed class PostgreSqlLedgerContext(DbContextOptions<PostgreSqlLedgerContext> options) : LedgerContext(options)
{
    /// <summary>Compares bytes: an index on it survives a system update that changes how a language sorts, and is read faster.</summary>
    private const string Ordinal = "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var columns = modelBuilder.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string));
        // Keys and words of ours are the bounded ones. All of them, because texts of two collations cannot be compared.
        foreach (var column in columns.Where(column => column.GetMaxLength() is not null || column.IsKey() || column.IsIndex()))
            column.SetCollation(Ordinal);
    }
}
