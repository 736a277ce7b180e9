using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task In_Production_an_empty_database_stops_the_host_and_names_the_setting()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.Sqlite(_file))));

        Assert.Contains("MigrateAtStart = true", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Initial", failure.Message, StringComparison.Ordinal);
        Assert.Equal("0", await SqliteFile.ScalarAsync(_file, "SELECT COUNT(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task In_Development_the_tables_are_made_at_start()
    {
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.Sqlite(_file)), environment: "Development");

        await Opened.StoreAsync(host.Ledger);
    }

    [Fact]
    public async Task In_Development_the_tables_are_not_migrated_when_the_setting_forbids_it()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(LedgerHost.Sqlite(_file), ledger => ledger.MigrateAtStart = false), environment: "Development"));
    }

    [Fact]
    public async Task Once_migrated_the_host_starts_in_Production_without_the_setting()
    {
        await (await LedgerHost.StartAsync(_file)).DisposeAsync();

        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.Sqlite(_file)));

        await Opened.StoreAsync(host.Ledger);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_host()
    {
        await (await LedgerHost.StartAsync(_file)).DisposeAsync();
        await SqliteFile.ScalarAsync(_file, "INSERT INTO payment_migrations VALUES ('20990101000000_Refunds', '12.0.0')");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(_file));

        Assert.Contains("20990101000000_Refunds", failure.Message, StringComparison.Ordinal);
        Assert.Contains("newer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_that_start_at_the_same_moment_on_one_new_file_all_come_up()
    {
        var starting = Enumerable.Range(0, 4).Select(_ => Task.Run(() => LedgerHost.StartAsync(_file), TestContext.Current.CancellationToken));
        var hosts = await Task.WhenAll(starting);

        var orderId = await Opened.StoreAsync(hosts[0].Ledger);
        Assert.NotNull(await hosts[3].Ledger.FindAsync(Opened.Merchant, orderId, TestContext.Current.CancellationToken));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task A_process_killed_while_it_migrated_does_not_keep_the_next_one_from_starting()
    {
        await SqliteFile.ScalarAsync(_file, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00.1234567+00:00');
            """);

        await using var host = await LedgerHost.StartAsync(_file);

        await Opened.StoreAsync(host.Ledger);
    }

    [Fact]
    public async Task The_ledger_is_ready_before_any_other_hosted_service_starts()
    {
        await using var host = await LedgerHost.StartAsync(_file, builder => builder.Services.AddHostedService<EarlyService>());

        Assert.NotEqual(default, host.Services.GetServices<IHostedService>().OfType<EarlyService>().Single().OrderId);
    }

    [Fact]
    public async Task The_shops_own_migrations_in_the_same_file_are_not_mistaken_for_the_ledgers()
    {
        await SqliteFile.ScalarAsync(_file, """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20250101000000_Shop', '9.0.0');
            """);

        await using var host = await LedgerHost.StartAsync(_file);

        Assert.Equal("0", await SqliteFile.ScalarAsync(_file, "SELECT COUNT(*) FROM payment_migrations WHERE MigrationId LIKE '%_Shop'"));
        Assert.Equal("1", await SqliteFile.ScalarAsync(_file, "SELECT COUNT(*) FROM payment_migrations WHERE MigrationId LIKE '%_Initial'"));
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "Data Source=:memory:", "in memory" },
        { "Data Source=payments;Mode=Memory;Cache=Shared", "Cache=Shared" },
        { "Data Source=/nowhere/at/all/payments.db", "directory" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_database_that_cannot_keep_payments_stops_the_host_and_says_why(string connectionString, string reason)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(database => database.UseSqlite(connectionString), ledger => ledger.MigrateAtStart = true)));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_database_at_all_stops_the_host()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(_ => { })));

        Assert.Contains("UseSqlite", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_shipped_migrations_stops_the_host_and_shows_the_other_way()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(OtherDatabase.Use)));

        Assert.Contains("AddEntityFrameworkLedger<TContext>", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AddPaymentLedger", failure.Message, StringComparison.Ordinal);
    }

    private sealed class EarlyService(IOrderLedger ledger) : IHostedService
    {
        public OrderId OrderId { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) => OrderId = await Opened.StoreAsync(ledger);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
