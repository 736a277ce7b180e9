using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.PostgreSql;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Finds the database by the name of its EF Core provider.</summary>
internal static class LedgerProviders
{
    private static readonly LedgerProvider Other = new();

    public static LedgerProvider Of(DbContext database) => database.Database.ProviderName switch
    {
        SqliteProvider.Name => SqliteProvider.Instance,
        PostgreSqlProvider.Name => PostgreSqlProvider.Instance,
        _ => Other,
    };
}
