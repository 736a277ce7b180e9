using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// The context factory with which <c>dotnet ef</c> creates the ledger's migrations (this project references a provider, the package does not):
/// <c>dotnet ef migrations add Name --context SqliteLedgerContext --project src/PaymentSdk.EntityFrameworkCore
/// --startup-project tests/PaymentSdk.EntityFrameworkCore.Tests --output-dir Migrations/Sqlite</c>. Until the first release, the single
/// migration <c>Initial</c> is generated again instead; the triggers of its journal are written by hand.
/// </summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteLedgerContext>
{
    public SqliteLedgerContext CreateDbContext(string[] args) =>
        new(LedgerContexts.Options<SqliteLedgerContext>(services: null, database => database.UseSqlite("Data Source=design.db")));
}
