using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The ledger's own view of the tables that a merchant's context has: with the merchant's names, and without the filters, converters
/// and interceptors that the merchant gives to its entities (0063).
/// </summary>
internal sealed class MerchantLedgerContext(DbContextOptions<MerchantLedgerContext> options, LedgerLayout layout) : DbContext(options)
{
    public LedgerLayout Layout => layout;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPaymentLedger();
        layout.Apply(modelBuilder);
    }

    /// <summary>Contexts whose tables have other names have other models.</summary>
    internal sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), (context as MerchantLedgerContext)?.Layout.Key, designTime);
    }
}
