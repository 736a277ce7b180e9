using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Infrastructure.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaymentSdk.Tests.Shared;

#pragma warning disable EF1001 // The test provider derives from a type that EF Core marks as internal.

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A database on which the ledger has not been verified: MariaDB, and SQLite under another provider's name.</summary>
public sealed class UnverifiedProviderTests : IDisposable
{
    private const string QuestionMarks = "CREATE TRIGGER lost AFTER INSERT ON payment_purchases BEGIN UPDATE payment_purchases SET order_name = '????' WHERE rowid = NEW.rowid; END";

    private readonly TemporaryDatabase _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task An_unverified_provider_stops_the_host_and_the_error_says_how_to_accept_it()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<PlainContext>());

        Assert.Contains("has not been verified on Other.Database, only on SQLite and PostgreSQL", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Korean text: came back as it was written. Order ids that differ by case: are two. Counted rows: an UPDATE counts the rows that it found.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("DangerouslyAcceptUnverifiedProvider = true in AddEntityFrameworkLedger<PlainContext>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_shows_lost_text_and_order_ids_that_compare_as_equal()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<CaselessContext>(QuestionMarks));

        Assert.Contains("Korean text: '사과 한 상자 🍎' came back as '????'.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Order ids that differ by case: are taken for one", failure.Message, StringComparison.Ordinal);
        Assert.Contains("All statements together: refused", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MariaDB_with_its_default_settings_is_refused_because_of_Korean_text_and_case()
    {
        await using var server = await MariaDbServer.StartAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<PlainContext>(use: database => database.UseMySQL(server.ConnectionString("shop"))));

        Assert.Contains("has not been verified on MySql.EntityFrameworkCore", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"Korean text: '사과 한 상자 🍎' came back as '[?]+ [?] [?]+ [?]+'", failure.Message);
        Assert.Contains("Order ids that differ by case: are taken for one", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_starts_when_the_setting_accepts_the_risk_and_the_log_shows_the_findings()
    {
        using var lines = new LogLines();

        await using var host = await StartAsync<PlainContext>(ledger: ledger => ledger.DangerouslyAcceptUnverifiedProvider = true, lines: lines);

        await Opened.StoreAsync(host.Ledger);
        Assert.Contains(lines.All, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Other.Database", StringComparison.Ordinal) && line.Contains("Korean text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_SQLite_itself_columns_that_compare_without_case_stop_the_host()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<CaselessContext>(use: LedgerHost.Sqlite(_file)));

        Assert.Contains("cannot write a payment", failure.Message, StringComparison.Ordinal);
    }

    private async Task<LedgerHost> StartAsync<TContext>(
        string? change = null, Action<EntityFrameworkLedgerOptions>? ledger = null, LogLines? lines = null, Action<DbContextOptionsBuilder>? use = null)
        where TContext : DbContext
    {
        var database = use ?? Other;
        await using (var tables = new ServiceCollection().AddDbContext<TContext>(database).BuildServiceProvider())
        {
            await using var scope = tables.CreateAsyncScope();
            // MySQL's driver can open a socket file only synchronously. The ledger then gets this connection from the driver's pool.
            await Task.Run(scope.ServiceProvider.GetRequiredService<TContext>().Database.EnsureCreated, TestContext.Current.CancellationToken);
        }

        if (change is not null)
            await SqliteFile.ScalarAsync(_file, change);
        return await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger<TContext>(ledger ?? (_ => { })),
            builder =>
            {
                builder.Services.AddDbContext<TContext>(database);
                if (lines is not null)
                    builder.Logging.AddProvider(lines);
            });
    }

    private void Other(DbContextOptionsBuilder database) => ((IDbContextOptionsBuilderInfrastructure)database)
        .AddOrUpdateExtension((OtherExtension)new OtherExtension().WithConnectionString($"Data Source={_file.Path};Pooling=False"));

    private sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPaymentLedger();
    }

    private sealed class CaselessContext(DbContextOptions<CaselessContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddPaymentLedger();
            foreach (var column in modelBuilder.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string)))
                column.SetCollation("NOCASE");
        }
    }

    private sealed class OtherExtension : SqliteOptionsExtension
    {
        public OtherExtension()
        {
        }

        private OtherExtension(OtherExtension other)
            : base(other)
        {
        }

        public override void ApplyServices(IServiceCollection services)
        {
            base.ApplyServices(services);
            services.RemoveAll<IDatabaseProvider>();
            services.AddSingleton<IDatabaseProvider, OtherProvider>();
        }

        protected override RelationalOptionsExtension Clone() => new OtherExtension(this);
    }

    private sealed class OtherProvider(DatabaseProviderDependencies dependencies) : DatabaseProvider<OtherExtension>(dependencies)
    {
        public override string Name => "Other.Database";
    }
}
