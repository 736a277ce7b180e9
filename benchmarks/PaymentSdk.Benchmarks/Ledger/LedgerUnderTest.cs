using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>One database, configured for the ledger and for a hand-written loop.</summary>
/// <param name="Name">The name of the database in the report.</param>
/// <param name="Use">Configures the database for <c>AddEntityFrameworkLedger</c>.</param>
/// <param name="Connect">Creates a connection.</param>
/// <param name="Durable">The statement that makes the commits of a connection durable.</param>
internal sealed record LedgerUnderTest(string Name, Action<DbContextOptionsBuilder> Use, Func<DbConnection> Connect, string Durable)
{
    /// <summary>Measures on each database, or on the one that is named: <c>sqlite</c> or <c>postgresql</c>.</summary>
    public static async Task EachAsync(string? only, Func<LedgerUnderTest, Task> measure)
    {
        if (only is null or "sqlite")
        {
            using var file = new TemporaryDatabase();
            await measure(Sqlite($"Data Source={file.Path}"));
        }

        if (only is null or "postgresql")
        {
            await using var server = await PostgresServer.StartAsync("-c fsync=on");
            await measure(PostgreSql(await server.CreateDatabaseAsync()));
        }
    }

    /// <summary>
    /// Updates the statistics of the tables. PostgreSQL does this by itself within a minute of a table's first rows; until then it plans
    /// every statement for an empty table, and the measurement would include those plans.
    /// </summary>
    public async Task AnalyzeAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        await command.ExecuteNonQueryAsync();
    }

    public static LedgerUnderTest Sqlite(string connectionString) => new(
        "SQLite", database => database.UseSqlite(connectionString), () => new SqliteConnection(connectionString), "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");

    public static LedgerUnderTest PostgreSql(string connectionString)
    {
        var pooled = $"{connectionString};Maximum Pool Size=100";
        return new("PostgreSQL", database => database.UseNpgsql(pooled), () => new NpgsqlConnection(pooled), "SET synchronous_commit = on");
    }
}
