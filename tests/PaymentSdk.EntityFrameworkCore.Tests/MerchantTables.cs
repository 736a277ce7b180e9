using Microsoft.EntityFrameworkCore;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Creates the tables of the merchant's context, as the merchant's own migrations would.</summary>
internal static class MerchantTables
{
    public static async Task CreateAsync(TemporaryDatabase file)
    {
        await using var shop = new ShopContext(Options(file));
        await shop.Database.EnsureCreatedAsync();
    }

    public static DbContextOptions<ShopContext> Options(TemporaryDatabase file)
    {
        var options = new DbContextOptionsBuilder<ShopContext>();
        LedgerHost.Sqlite(file)(options);
        return options.Options;
    }
}
