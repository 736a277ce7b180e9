using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Runs the ledger contract on a SQLite file with the shipped migrations.</summary>
public sealed class SqliteLedgerTests(TemporaryDatabase file) : LedgerContract, IClassFixture<TemporaryDatabase>, IAsyncDisposable
{
    private readonly List<LedgerHost> _hosts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    protected override async ValueTask<IOrderLedger> OpenLedgerAsync()
    {
        var host = await LedgerHost.StartAsync(file);
        _hosts.Add(host);
        return host.Ledger;
    }
}
