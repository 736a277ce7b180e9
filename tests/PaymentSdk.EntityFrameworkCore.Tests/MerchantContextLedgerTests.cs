using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Runs the ledger contract on tables in the merchant's own context.</summary>
public sealed class MerchantContextLedgerTests(TemporaryDatabase file) : LedgerContract, IClassFixture<TemporaryDatabase>, IAsyncDisposable
{
    private readonly List<LedgerHost> _hosts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    protected override async ValueTask<IOrderLedger> OpenLedgerAsync()
    {
        if (!File.Exists(file.Path))
            await MerchantTables.CreateAsync(file);
        var host = await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger<ShopContext>(),
            builder => builder.Services.AddDbContext<ShopContext>(LedgerHost.Sqlite(file)));
        _hosts.Add(host);
        return host.Ledger;
    }
}
