using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A merchant's own context, with its own orders next to the tables of the ledger.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPaymentLedger();
}
