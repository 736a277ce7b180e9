using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CheckoutDemo.Startup;

/// <summary>Selects the database of the ledger from <c>Payment:LedgerProvider</c> and <c>ConnectionStrings:Ledger</c>.</summary>
internal sealed class LedgerChoice(IConfiguration configuration)
{
    private const string Sqlite = "Sqlite";
    private const string PostgreSql = "PostgreSql";

    private string Provider => configuration["Payment:LedgerProvider"] is { Length: > 0 } provider ? provider : Sqlite;

    private string Connection => configuration.GetConnectionString("Ledger") ?? "";

    public void Use(DbContextOptionsBuilder database) =>
        _ = IsProvider(PostgreSql) ? database.UseNpgsql(Connection) : database.UseSqlite(InWorkingDirectory(Connection));

    /// <summary>
    /// Resolves a relative file path in the working directory. The content root is the folder of the binaries, where all shops would share one file.
    /// </summary>
    private static string InWorkingDirectory(string connection)
    {
        var parts = new SqliteConnectionStringBuilder(connection);
        // ":memory:", "|DataDirectory|…" and "file:…" are not paths.
        if (parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or [':' or '|', ..] || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return connection;
        parts.DataSource = Path.GetFullPath(parts.DataSource);
        return parts.ConnectionString;
    }

    /// <summary>Returns the fault of the settings, or null if there is none.</summary>
    public string? Fault()
    {
        try
        {
            if (IsProvider(Sqlite))
            {
                return new SqliteConnectionStringBuilder(Connection).DataSource.Length > 0
                    ? null
                    : "ConnectionStrings:Ledger names no database file. Write for example Data Source=checkout-demo.db.";
            }

            if (!IsProvider(PostgreSql))
                return $"Payment:LedgerProvider is '{Provider}'. Write {Sqlite} or {PostgreSql}.";
            return new NpgsqlConnectionStringBuilder(Connection).Host is { Length: > 0 }
                ? null
                : $"Payment:LedgerProvider is {PostgreSql}, and ConnectionStrings:Ledger names no server. Write for example Host=localhost;Database=shop;Username=shop;Password=….";
        }
        catch (ArgumentException exception)
        {
            return $"ConnectionStrings:Ledger cannot be read for Payment:LedgerProvider={Provider}: {exception.Message}";
        }
    }

    private bool IsProvider(string name) => string.Equals(Provider, name, StringComparison.OrdinalIgnoreCase);
}
