using PaymentSdk.Tests.Shared;

[assembly: AssemblyFixture(typeof(PostgresDatabases))]

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Runs the ledger contract on PostgreSQL with the shipped migrations.</summary>
public sealed class PostgreSqlLedgerTests(PostgreSqlLedgerTests.Database database) : LedgerContract, IClassFixture<PostgreSqlLedgerTests.Database>, IAsyncDisposable
{
    private readonly List<LedgerHost> _hosts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    protected override async ValueTask<IOrderLedger> OpenLedgerAsync()
    {
        var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database.ConnectionString), ledger => ledger.MigrateAtStart = true));
        _hosts.Add(host);
        return host.Ledger;
    }

    public sealed class Database(PostgresDatabases databases) : IAsyncLifetime
    {
        public string ConnectionString { get; private set; } = "";

        public async ValueTask InitializeAsync() => ConnectionString = await databases.CreateAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
