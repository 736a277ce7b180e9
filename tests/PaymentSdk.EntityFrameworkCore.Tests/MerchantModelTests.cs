using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// A configuration that a merchant's context applies to all of its entities does not affect the ledger's statements, or the host does not start.
/// </summary>
public sealed class MerchantModelTests(PostgresDatabases databases) : IDisposable
{
    private static readonly Dictionary<string, Action<ModelBuilder>> Changes = new()
    {
        ["a filter that hides every row"] = model =>
        {
            foreach (var table in model.Model.GetEntityTypes())
                model.Entity(table.ClrType).HasQueryFilter(Expression.Lambda(Expression.Constant(false), Expression.Parameter(table.ClrType)));
        },
        ["a soft delete with a default"] = model =>
        {
            foreach (var table in model.Model.GetEntityTypes())
            {
                model.Entity(table.ClrType).Property<bool>("IsDeleted").HasDefaultValue(false);
                var row = Expression.Parameter(table.ClrType);
                var deleted = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(bool)], row, Expression.Constant("IsDeleted"));
                model.Entity(table.ClrType).HasQueryFilter(Expression.Lambda(Expression.Not(deleted), row));
            }
        },
        ["other names and a schema"] = model =>
        {
            foreach (var table in model.Model.GetEntityTypes())
            {
                table.SetSchema("shop");
                table.SetTableName($"{table.GetTableName()}_of_shop");
                foreach (var column in table.GetProperties())
                    column.SetColumnName($"c_{column.GetColumnName()}");
            }
        },
        ["a converter for every text"] = model =>
        {
            foreach (var column in model.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string)))
                column.SetValueConverter(new ValueConverter<string, string>(text => new string(text.Reverse().ToArray()), text => new string(text.Reverse().ToArray())));
        },
        ["a maximum of 50 for unbounded texts"] = model =>
        {
            foreach (var column in model.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string) && column.GetMaxLength() is null))
                column.SetMaxLength(50);
        },
        ["a required column without a default"] = model =>
        {
            foreach (var table in model.Model.GetEntityTypes())
                model.Entity(table.ClrType).Property<string>("Tenant").IsRequired();
        },
    };

    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    public static MatrixTheoryData<string, string> Harmless =>
        new(["Sqlite", "PostgreSql"], ["nothing", "a filter that hides every row", "a soft delete with a default", "other names and a schema", "a converter for every text"]);

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task The_ledger_works_whatever_the_context_does_to_its_entities(string database, string change)
    {
        await using var host = await StartAsync<ChangedContext>(await UseAsync(database), change);

        var orderId = await Opened.StoreAsync(host.Ledger);
        await host.Ledger.BeatAsync(Opened.Merchant, "a", TimeSpan.FromMinutes(1), Ct);

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct));
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
        Assert.Single(await host.Ledger.ReadJournalAsync(Opened.Merchant, (await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct))!.Purchase.PurchaseId, Ct));
        var far = DateTimeOffset.UtcNow.AddYears(1);
        Assert.Equal(0, (await host.Ledger.PurgeAsync(Opened.Merchant, new PurgeLimits(far, far, far), Ct)).Purchases);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Conventions_for_all_properties_change_no_column_of_the_ledger(string database)
    {
        await using var host = await StartAsync<ConventionalContext>(await UseAsync(database), "nothing");

        var orderId = await Opened.StoreAsync(host.Ledger);

        Assert.Equal("사과 한 상자", (await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct))!.Purchase.OrderName);
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
    }

    [Theory]
    [InlineData("PostgreSql", "a maximum of 50 for unbounded texts", "character varying(50) and must be text")]
    [InlineData("PostgreSql", "a required column without a default", "column tenant, which does not belong to the ledger, needs a default or must allow NULL")]
    [InlineData("Sqlite", "a required column without a default", "column tenant, which does not belong to the ledger, needs a default or must allow NULL")]
    public async Task A_model_whose_tables_cannot_hold_a_payment_stops_the_host_and_names_the_column(string database, string change, string reason)
    {
        var use = await UseAsync(database);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<ChangedContext>(use, change));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet ef migrations add", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_source_of_the_host_is_used()
    {
        var database = await databases.CreateAsync();
        await using var source = Npgsql.NpgsqlDataSource.Create(database);
        await using var host = await StartAsync<ChangedContext>(db => db.UseNpgsql(source), "nothing");

        Assert.NotEqual(default, await Opened.StoreAsync(host.Ledger));
        Assert.Equal("1", await PostgresServer.ExecuteAsync(database, "SELECT COUNT(*) FROM payment_purchases"));
    }

    private async Task<Action<DbContextOptionsBuilder>> UseAsync(string database) =>
        database == "Sqlite" ? LedgerHost.Sqlite(_file) : LedgerHost.PostgreSql(await databases.CreateAsync());

    private static async Task<LedgerHost> StartAsync<TContext>(Action<DbContextOptionsBuilder> database, string change)
        where TContext : DbContext
    {
        // Entity Framework caches the model of a context type, so each change needs its own cache key.
        void Use(DbContextOptionsBuilder db)
        {
            database(db);
            db.AddInterceptors(new SoftDelete()).UseSnakeCaseNamingConvention()
                .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ByChange>();
        }

        var host = new Change(Changes.GetValueOrDefault(change, _ => { }), change);
        await using (var tables = new ServiceCollection().AddSingleton(host).AddDbContext<TContext>(Use).BuildServiceProvider())
        {
            await using var scope = tables.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TContext>().Database.EnsureCreatedAsync(Ct);
        }

        return await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger<TContext>(),
            builder => builder.Services.AddSingleton(host).AddDbContext<TContext>(Use));
    }

    public sealed record Change(Action<ModelBuilder> Apply, string Name);

    public interface IChanged
    {
        Change Change { get; }
    }

    private sealed class ChangedContext(DbContextOptions<ChangedContext> options, Change change) : DbContext(options), IChanged
    {
        public Change Change => change;

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddPaymentLedger();
            change.Apply(modelBuilder);
        }
    }

    private sealed class ConventionalContext(DbContextOptions<ConventionalContext> options, Change change) : DbContext(options), IChanged
    {
        public Change Change => change;

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            configurationBuilder.Properties<string>().HaveMaxLength(20).AreUnicode(false);
            configurationBuilder.Properties<bool>().HaveConversion<string>();
            configurationBuilder.Properties<long>().HaveConversion<string>();
            configurationBuilder.Properties<Guid>().HaveConversion<string>();
            configurationBuilder.Properties<decimal>().HavePrecision(10, 2).HaveConversion<double>();
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPaymentLedger();
    }

    private sealed class ByChange : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), (context as IChanged)?.Change.Name, designTime);
    }

    private sealed class SoftDelete : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Only audited entities are saved.");
    }
}
