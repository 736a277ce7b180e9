using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class MerchantStartTests : IDisposable
{
    private static readonly Action<PaymentSdkBuilder> Ledger = payments => payments.AddEntityFrameworkLedger<ShopContext>();

    private readonly TemporaryDatabase _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_context_without_the_tables_in_its_model_stops_the_host()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger<BareContext>(),
            builder => builder.Services.AddDbContext<BareContext>(LedgerHost.Sqlite(_file))));

        Assert.Contains("modelBuilder.AddPaymentLedger() in BareContext", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_the_tables_stops_the_host_and_names_the_commands()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(Ledger, builder => builder.Services.AddDbContext<ShopContext>(LedgerHost.Sqlite(_file))));

        Assert.Contains("payment_purchases", failure.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet ef migrations add", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_with_a_missing_column_stops_the_host_and_is_named()
    {
        await MerchantTables.CreateAsync(_file);
        await SqliteFile.ScalarAsync(_file, "ALTER TABLE payment_attempts DROP COLUMN expiry_seen_at");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(Ledger, builder => builder.Services.AddDbContext<ShopContext>(LedgerHost.Sqlite(_file))));

        Assert.Contains("payment_attempts", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expiry_seen_at", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Registrations => ["AddDbContext", "AddDbContextFactory", "AddDbContextPool", "AddPooledDbContextFactory"];

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task The_merchants_context_works_however_it_is_registered(string how)
    {
        await MerchantTables.CreateAsync(_file);
        var database = LedgerHost.Sqlite(_file);
        await using var host = await LedgerHost.StartAsync(Ledger, builder => _ = how switch
        {
            "AddDbContext" => builder.Services.AddDbContext<ShopContext>(database),
            "AddDbContextFactory" => builder.Services.AddDbContextFactory<ShopContext>(database),
            "AddDbContextPool" => builder.Services.AddDbContextPool<ShopContext>(database),
            _ => builder.Services.AddPooledDbContextFactory<ShopContext>(database),
        });

        var orderId = await Opened.StoreAsync(host.Ledger);

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, orderId, TestContext.Current.CancellationToken));
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_commit_of_the_ledger_remains_when_the_merchants_own_transaction_is_rolled_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await MerchantTables.CreateAsync(_file);
        await using var host = await LedgerHost.StartAsync(Ledger, builder => builder.Services.AddDbContext<ShopContext>(LedgerHost.Sqlite(_file)));
        await using var scope = host.Services.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        shop.Add(new ShopOrder { Name = "never saved" });
        await shop.Database.OpenConnectionAsync(cancellation);
        await shop.Database.ExecuteSqlRawAsync("BEGIN; SELECT COUNT(*) FROM Orders", cancellation);

        var orderId = await Opened.StoreAsync(host.Ledger);
        await shop.Database.ExecuteSqlRawAsync("ROLLBACK", cancellation);

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, orderId, cancellation));
        Assert.Equal("0", await SqliteFile.ScalarAsync(_file, "SELECT COUNT(*) FROM Orders"));
    }

    private sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);
}
