using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Options that a host sets for its own contexts do not affect the ledger's context.</summary>
public sealed class HostOptionsTests(PostgresDatabases databases) : IDisposable
{
    private static readonly Dictionary<string, Action<DbContextOptionsBuilder>> Options = new()
    {
        ["snake case of EFCore.NamingConventions"] = db => db.UseSnakeCaseNamingConvention(),
        ["upper case of EFCore.NamingConventions"] = db => db.UseUpperCaseNamingConvention(),
        ["a replaced model customizer"] = db => db.ReplaceService<IModelCustomizer, Renaming>(),
        ["an interceptor of SaveChanges"] = db => db.AddInterceptors(new Refusing()),
        ["a compiled model"] = db => db.UseModel(new ModelBuilder().FinalizeModel()),
        ["no tracking"] = db => db.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTrackingWithIdentityResolution),
        ["every warning an error"] = db => db.ConfigureWarnings(warnings => warnings.Default(WarningBehavior.Throw)),
        ["other relational options"] = db => Relational(db, options => options
            .WithCommandTimeout(1).WithUseRelationalNulls(true).WithUseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).WithMaxBatchSize(1)
            .WithMigrationsAssembly("Of.The.Shop").WithMigrationsHistoryTableName("shop_migrations")),
    };

    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    public static MatrixTheoryData<string, string> Hosts => new(["Sqlite", "PostgreSql"], Options.Keys);

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Options_of_the_host_change_neither_a_new_ledger_nor_one_that_is_there(string database, string option)
    {
        var use = await UseAsync(database);
        await using (var fresh = await StartAsync(db => { use(db); Options[option](db); }))
            await PayAsync(fresh);
        await using (var plain = await StartAsync(use))
            await PayAsync(plain);
        await using var again = await StartAsync(db => { use(db); Options[option](db); });

        await PayAsync(again);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task An_idle_shop_that_logs_at_the_usual_level_prints_no_statement(string database)
    {
        var use = await UseAsync(database);
        using var lines = new Categories();
        await using var host = await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(use, ledger => ledger.MigrateAtStart = true),
            builder => builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(lines));
        lines.All.Clear();

        await PayAsync(host);
        await host.Ledger.ReceiveAsync(Message(), 10, TimeSpan.FromMinutes(1), Ct);
        await host.Ledger.ClaimMessagesAsync(Opened.Merchant, 5, TimeSpan.FromMinutes(1), Ct);
        await host.Ledger.ClaimEventsAsync(Opened.Merchant, 5, TimeSpan.FromMinutes(1), Ct);
        await host.Ledger.BeatAsync(Opened.Merchant, "a", TimeSpan.FromMinutes(1), Ct);
        await host.Ledger.ReadStatisticsAsync(Opened.Merchant, Ct);

        Assert.DoesNotContain(lines.All, line => line.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in its options")]
    [InlineData("in its connection string")]
    [InlineData("in its options, and longer in its connection string")]
    public async Task A_short_command_timeout_of_the_host_does_not_cut_a_commit_off(string where)
    {
        var database = await databases.CreateAsync();
        await using var host = await StartAsync(db => _ = where switch
        {
            "in its options" => db.UseNpgsql(database, npgsql => npgsql.CommandTimeout(1)),
            "in its connection string" => db.UseNpgsql($"{database};Command Timeout=1"),
            _ => db.UseNpgsql($"{database};Command Timeout=60", npgsql => npgsql.CommandTimeout(1)),
        });
        // The insert takes longer than the host's limit of one second, as it can during a checkpoint or with a slow standby.
        await PostgresServer.ExecuteAsync(database, """
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN NEW; END $$;
            CREATE TRIGGER slow BEFORE INSERT ON payment_purchases FOR EACH ROW EXECUTE FUNCTION slow();
            """);

        Assert.NotEqual(default, await Opened.StoreAsync(host.Ledger));
    }

    [Theory]
    [InlineData("Timeout=2", "Timeout=2 in the connection string")]
    [InlineData("Maximum Pool Size=4", "Maximum Pool Size=4 in the connection string is less than the 12 connections")]
    [InlineData("Timeout=5;Maximum Pool Size=12", null)]
    public async Task A_connection_string_with_which_payments_fail_is_named_at_start_and_by_the_doctor(string setting, string? named)
    {
        var database = $"{await databases.CreateAsync()};{setting}";
        using var lines = new LogLines();
        await using var host = await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(db => db.UseNpgsql(database), ledger => ledger.MigrateAtStart = true),
            builder => builder.Logging.AddProvider(lines));

        var found = await host.Ledger.CheckAsync(Ct);

        if (named is null)
        {
            Assert.DoesNotContain("in the connection string", string.Join('\n', [.. lines.All, found]), StringComparison.Ordinal);
            return;
        }

        Assert.Contains(named, found, StringComparison.Ordinal);
        Assert.Single(lines.All, line => line.Contains(named, StringComparison.Ordinal));
    }

    private static InboxMessage Message() => new() { Merchant = Opened.Merchant, MessageId = Guid.NewGuid(), BodyHash = "hash", EventType = "PAYMENT_STATUS_CHANGED", Body = "{}", DueAt = DateTimeOffset.UnixEpoch };

    private async Task<Action<DbContextOptionsBuilder>> UseAsync(string database) =>
        database == "Sqlite" ? LedgerHost.Sqlite(_file) : LedgerHost.PostgreSql(await databases.CreateAsync());

    private static Task<LedgerHost> StartAsync(Action<DbContextOptionsBuilder> database) =>
        LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(database, ledger => ledger.MigrateAtStart = true));

    private static async Task PayAsync(LedgerHost host)
    {
        var orderId = await Opened.StoreAsync(host.Ledger);
        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct));
        Assert.Contains(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 50, TimeSpan.FromMinutes(2), Ct), entry => entry.Attempt.OrderId == orderId);
    }

    private static void Relational(DbContextOptionsBuilder database, Func<RelationalOptionsExtension, RelationalOptionsExtension> change) =>
        ((IDbContextOptionsBuilderInfrastructure)database).AddOrUpdateExtension(change(RelationalOptionsExtension.Extract(database.Options)));

    private sealed class Renaming(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var table in modelBuilder.Model.GetEntityTypes())
                table.SetTableName($"shop_{table.GetTableName()}");
        }
    }

    private sealed class Refusing : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Only audited entities are saved.");
    }

    /// <summary>The logged messages, each with its category.</summary>
    private sealed class Categories : ILoggerProvider
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Lines(categoryName, All);

        public void Dispose()
        {
        }

        private sealed class Lines(string category, ConcurrentQueue<string> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue($"{category} {logLevel} {formatter(state, exception)}");
        }
    }
}
