using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// What <c>dotnet ef</c> writes migrations of the ledger with (this project knows a provider, the package does not):
/// <c>dotnet ef migrations add Name --context SqliteLedgerContext --project src/PaymentSdk.EntityFrameworkCore
/// --startup-project tests/PaymentSdk.EntityFrameworkCore.Tests --output-dir Migrations/Sqlite</c>. Until the first release the one
/// <c>Initial</c> is written anew; the triggers of the journal in it are kept by hand.
/// </summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteLedgerContext>
{
    public SqliteLedgerContext CreateDbContext(string[] args) =>
        new(LedgerContexts.Options<SqliteLedgerContext>(services: null, database => database.UseSqlite("Data Source=design.db")));
}
