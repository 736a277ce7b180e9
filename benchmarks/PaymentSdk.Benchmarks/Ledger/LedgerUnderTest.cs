using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>One database, configured for the ledger and for a hand-written loop.</summary>
/// <param name="Name">The name of the database in the report.</param>
/// <param name="Use">Configures the database for <c>AddEntityFrameworkLedger</c>.</param>
/// <param name="Connect">Creates a connection.</param>
/// <param name="Durable">The statement that makes the commits of a connection durable.</param>
internal sealed record LedgerUnderTest(string Name, Action<DbContextOptionsBuilder> Use, Func<DbConnection> Connect, string Durable)
{
    public static LedgerUnderTest Sqlite(string connectionString) => new(
        "SQLite", database => database.UseSqlite(connectionString), () => new SqliteConnection(connectionString), "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");

    public static LedgerUnderTest PostgreSql(string connectionString)
    {
        var pooled = $"{connectionString};Maximum Pool Size=100";
        return new("PostgreSQL", database => database.UseNpgsql(pooled), () => new NpgsqlConnection(pooled), "SET synchronous_commit = on");
    }
}
