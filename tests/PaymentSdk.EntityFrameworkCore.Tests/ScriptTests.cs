using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The SQL scripts in the package create the same tables as the migrations.</summary>
public sealed class ScriptTests(PostgresDatabases databases, TemporaryDatabase file) : IClassFixture<TemporaryDatabase>
{
    [Fact]
    public async Task Host_starts_in_Production_on_the_tables_of_the_script_for_PostgreSql_which_may_run_twice()
    {
        var database = await databases.CreateAsync();
        await PostgresServer.ExecuteAsync(database, Shipped("postgresql.sql"));
        await PostgresServer.ExecuteAsync(database, Shipped("postgresql.sql"));

        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database)));

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, await Opened.StoreAsync(host.Ledger), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Host_starts_in_Production_on_the_tables_of_the_script_for_SQLite()
    {
        await using (var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Shipped("sqlite.sql");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.Sqlite(file)));

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, await Opened.StoreAsync(host.Ledger), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Script_for_PostgreSql_is_that_of_the_migrations()
    {
        using var context = new PostgreSqlDesign().CreateDbContext([]);

        Compare("postgresql.sql", context, MigrationsSqlGenerationOptions.Idempotent);
    }

    [Fact]
    public void Script_for_SQLite_is_that_of_the_migrations()
    {
        using var context = new SqliteDesign().CreateDbContext([]);

        Compare("sqlite.sql", context, MigrationsSqlGenerationOptions.Default);
    }

    private static void Compare(string name, DbContext context, MigrationsSqlGenerationOptions options)
    {
        var right = context.GetService<IMigrator>().GenerateScript(options: options).ReplaceLineEndings("\n");
        var made = Path.Combine(AppContext.BaseDirectory, name);
        File.WriteAllText(made, right);

        var shipped = Path.Combine(Folder(), name);
        Assert.True(File.Exists(shipped) && File.ReadAllText(shipped) == right, $"{shipped} differs from the script of the migrations. Copy {made} over it.");
    }

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PaymentSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PaymentSdk.sln was not found above the test's folder.");
        return Path.Combine(folder, "src", "PaymentSdk.EntityFrameworkCore", "sql");
    }
}
