using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.PostgreSql;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// As <see cref="SqliteDesign"/>: <c>dotnet ef migrations add Name --context PostgreSqlLedgerContext
/// --project src/PaymentSdk.EntityFrameworkCore --startup-project tests/PaymentSdk.EntityFrameworkCore.Tests
/// --output-dir Migrations/PostgreSql</c>. What it writes of Npgsql's own (a using, a strategy for identity columns, of
/// which the ledger has none) is taken out again: the package does not know Npgsql.
/// </summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlLedgerContext>
{
    public PostgreSqlLedgerContext CreateDbContext(string[] args) =>
        new(LedgerContexts.Options<PostgreSqlLedgerContext>(services: null, database => database.UseNpgsql("Host=design")));
}
