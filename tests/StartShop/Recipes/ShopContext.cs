using Microsoft.EntityFrameworkCore;
using PaymentSdk;

namespace StartShop.Recipes;

internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => configuration.AddPaymentValues();

    protected override void OnModelCreating(ModelBuilder model) => model.AddPaymentLedger();   // last, after your own tables
}

internal sealed class ShopOrder
{
    public int Id { get; set; }
    public PurchaseId PurchaseId { get; set; }
    public Money Amount { get; set; }
}
