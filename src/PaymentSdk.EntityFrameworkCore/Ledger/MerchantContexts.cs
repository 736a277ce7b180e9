using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Opens the ledger's own contexts on the connections of a shop's contexts.</summary>
internal sealed class MerchantContexts<TContext>(IServiceProvider services)
    where TContext : DbContext
{
    private LedgerLayout? _layout;

    /// <exception cref="InvalidOperationException">The model of the context has no tables of the ledger, or the context has no relational
    /// database.</exception>
    public LedgerSession Open()
    {
        var scope = services.CreateAsyncScope();
        try
        {
            var merchant = scope.ServiceProvider.GetRequiredService<TContext>();
            _layout ??= Examine(merchant);
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

    /// <exception cref="InvalidOperationException">The context cannot hold a ledger; the message says what to write.</exception>
    private LedgerLayout Examine(TContext merchant)
    {
        var layout = LedgerLayout.Of(merchant);
        if (merchant.Database.ProviderName == SqliteProvider.Name)
            SqliteFile.RefuseAmbiguous(merchant, services.GetService<IHostEnvironment>()?.ContentRootPath);
        using var scope = services.CreateScope();
        if (ReferenceEquals(scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection(), merchant.Database.GetDbConnection()))
        {
            throw new InvalidOperationException(
                $"Every {typeof(TContext).Name} has the same connection, but the payment ledger needs several connections at the same time. Give the context a connection string instead, or register it with a scoped lifetime.");
        }

        return layout;
    }

    private sealed class Owner(MerchantLedgerContext own, AsyncServiceScope scope) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // A pooled context of the shop keeps its connection, so the connection is closed before it is returned.
            await own.Database.CloseConnectionAsync().ConfigureAwait(false);
            await own.DisposeAsync().ConfigureAwait(false);
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>
/// The ledger's own view of the tables in a shop's context. It has the shop's names, but not the filters, converters and interceptors of
/// the shop's entities (0063).
/// </summary>
internal sealed class MerchantLedgerContext(DbContextOptions<MerchantLedgerContext> options, LedgerLayout layout) : DbContext(options)
{
    public LedgerLayout Layout => layout;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPaymentLedger();
        layout.Apply(modelBuilder);
    }

    /// <summary>Gives contexts with different table names separate models, because EF Core caches one model per context type.</summary>
    internal sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), (context as MerchantLedgerContext)?.Layout.Key, designTime);
    }
}
