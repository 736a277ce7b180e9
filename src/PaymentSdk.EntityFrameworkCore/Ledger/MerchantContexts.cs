using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Opens the ledger's own contexts on the connections of a merchant's contexts.</summary>
internal sealed class MerchantContexts<TContext>(IServiceProvider services)
    where TContext : DbContext
{
    private LedgerLayout? _layout;

    /// <exception cref="InvalidOperationException">The context has no tables of the ledger in its model, or no relational database.</exception>
    public LedgerSession Open()
    {
        var scope = services.CreateAsyncScope();
        try
        {
            var merchant = scope.ServiceProvider.GetRequiredService<TContext>();
            _layout ??= LedgerLayout.Of(merchant);
            var host = merchant.GetService<IDbContextOptions>();
            var options = new DbContextOptionsBuilder<MerchantLedgerContext>();
            LedgerOptions.Take(options, host, services, RelationalOptionsExtension.Extract(host));
            options.ReplaceService<IModelCacheKeyFactory, MerchantLedgerContext.ModelKey>();
            var own = new MerchantLedgerContext(options.Options, _layout);
            own.Database.SetDbConnection(merchant.Database.GetDbConnection());
            return new LedgerSession(own, new Owner(own, scope), keeps: false);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    private sealed class Owner(MerchantLedgerContext own, AsyncServiceScope scope) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // A pooled context of the merchant keeps its connection: it gets it back closed.
            await own.Database.CloseConnectionAsync().ConfigureAwait(false);
            await own.DisposeAsync().ConfigureAwait(false);
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }
}
