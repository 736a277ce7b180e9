using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.PostgreSql;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// The context factory for PostgreSQL migrations, used like <see cref="SqliteDesign"/>: <c>dotnet ef migrations add Name
/// --context PostgreSqlLedgerContext --project src/PaymentSdk.EntityFrameworkCore --startup-project tests/PaymentSdk.EntityFrameworkCore.Tests
/// --output-dir Migrations/PostgreSql</c>. Remove the generated code that needs Npgsql (a using, and a strategy for identity columns, of which
/// the ledger has none), because the package does not reference Npgsql.
/// </summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlLedgerContext>
{
    public PostgreSqlLedgerContext CreateDbContext(string[] args) =>
        new(LedgerContexts.Options<PostgreSqlLedgerContext>(services: null, database => database.UseNpgsql("Host=design")));
}
