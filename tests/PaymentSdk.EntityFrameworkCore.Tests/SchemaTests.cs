using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The migrations of both databases create the tables that the code expects.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void A_change_of_the_model_has_a_migration_for_each_database()
    {
        using LedgerContext sqlite = new SqliteDesign().CreateDbContext([]);
        using LedgerContext postgreSql = new PostgreSqlDesign().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges(), "Add a migration for SQLite as described in SqliteDesign.");
        Assert.False(postgreSql.Database.HasPendingModelChanges(), "Add a migration for PostgreSQL as described in PostgreSqlDesign.");
    }

    [Fact]
    public void Keys_and_names_are_compared_by_their_bytes_on_PostgreSQL()
    {
        using var database = new PostgreSqlDesign().CreateDbContext([]);

        var script = database.Database.GenerateCreateScript();

        Assert.Contains("""order_id character varying(64) COLLATE "C" NOT NULL""", script, StringComparison.Ordinal);
        Assert.Contains("""payment_key character varying(200) COLLATE "C",""", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"_at (timestamp|date)", script);
    }

    [Fact]
    public void The_package_knows_no_database_provider()
    {
        var knows = typeof(LedgerContext).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(knows, name => name.Contains("Npgsql", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal));
    }
}
