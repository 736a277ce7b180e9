using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>One database, as the ledger uses it and as a hand-written loop would.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Use">For <c>AddEntityFrameworkLedger</c>.</param>
/// <param name="Connect">A new connection.</param>
/// <param name="Durable">What a connection is told so that its commits are durable.</param>
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
