using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentSdk.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Start;
using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>Adds the Entity Framework Core ledger to a registration.</summary>
public static class EntityFrameworkLedgerBuilderExtensions
{
    /// <summary>
    /// Stores the ledger in the database that <paramref name="database"/> chooses, in its own tables (<c>payment_*</c>) with the migrations of this
    /// package. SQLite files and PostgreSQL are supported; for another database see
    /// <see cref="AddEntityFrameworkLedger{TContext}(PaymentSdkBuilder)"/>. Leases and due times use the clock of the database, unless the host has
    /// registered its own <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="builder">The registration that gets the ledger.</param>
    /// <param name="database">Chooses the database, e.g. <c>db => db.UseSqlite("Data Source=payments.db")</c> or, with the package
    /// <c>Npgsql.EntityFrameworkCore.PostgreSQL</c>, <c>db => db.UseNpgsql("Host=db;Database=shop")</c>.</param>
    /// <param name="configure">Configures how the ledger starts. By default, tables are migrated at start in Development only.</param>
    public static PaymentSdkBuilder AddEntityFrameworkLedger(
        this PaymentSdkBuilder builder, Action<DbContextOptionsBuilder> database, Action<EntityFrameworkLedgerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        builder.Services.AddKeyedSingleton<ILedgerMigration>(builder.Name, static (services, name) =>
            new LedgerMigration(services.GetRequiredKeyedService<LedgerDatabase>(name), Logger(services)));
        return builder.Add(services => LedgerContexts.Open(services, database), services => Shipped(services, configure));
    }

    /// <summary>
    /// Stores the ledger in the shop's own context, which the host has registered (<c>AddDbContext</c> or <c>AddDbContextFactory</c>) and whose model
    /// calls <see cref="PaymentLedgerModelBuilderExtensions.AddPaymentLedger"/>. The shop creates the migrations. Each call of the ledger has its own
    /// instance and its own connection, so a transaction that the shop holds open never spans a payment.
    /// </summary>
    /// <param name="builder">The registration that gets the ledger.</param>
    /// <typeparam name="TContext">
    /// The shop's context. The ledger uses its connection and its names of tables and columns. Query filters, converters and interceptors of
    /// entities do not affect the ledger's own statements.
    /// </typeparam>
    public static PaymentSdkBuilder AddEntityFrameworkLedger<TContext>(this PaymentSdkBuilder builder)
        where TContext : DbContext =>
        builder.AddEntityFrameworkLedger<TContext>(_ => { });

    /// <inheritdoc cref="AddEntityFrameworkLedger{TContext}(PaymentSdkBuilder)"/>
    /// <param name="builder">The registration that gets the ledger.</param>
    /// <param name="configure">Configures how the ledger starts.</param>
    public static PaymentSdkBuilder AddEntityFrameworkLedger<TContext>(this PaymentSdkBuilder builder, Action<EntityFrameworkLedgerOptions> configure)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.Add(
            services => new MerchantContexts<TContext>(services).Open,
            services => new MerchantTables(typeof(TContext).Name, Configured(configure).DangerouslyAcceptUnverifiedProvider, Logger(services)));
    }

    private static PaymentSdkBuilder Add(
        this PaymentSdkBuilder builder, Func<IServiceProvider, Func<LedgerSession>> open, Func<IServiceProvider, ILedgerTables> tables)
    {
        var name = builder.Name;
        builder.Services.AddKeyedSingleton(name, (services, _) => new LedgerDatabase(open(services)));
        builder.Services.AddSingleton<IHostedService>(services => new LedgerStart(
            services.GetRequiredKeyedService<LedgerDatabase>(name), tables(services), Logger(services)));
        // Added after the start-up above. Hosted services start in the order in which they are added, and recovery needs the tables.
        return builder.AddOrderLedger(services => new EntityFrameworkOrderLedger(
            services.GetRequiredKeyedService<LedgerDatabase>(name),
            new LedgerClock(services.GetService<TimeProvider>()),
            new LedgerExamination(open(services), tables(services)).RunAsync));
    }

    private static ShippedTables Shipped(IServiceProvider services, Action<EntityFrameworkLedgerOptions>? configure)
    {
        var migrate = Configured(configure).MigrateAtStart ?? services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
        return new ShippedTables(migrate, Logger(services));
    }

    private static EntityFrameworkLedgerOptions Configured(Action<EntityFrameworkLedgerOptions>? configure)
    {
        var options = new EntityFrameworkLedgerOptions();
        configure?.Invoke(options);
        return options;
    }

    private static ILogger Logger(IServiceProvider services) =>
        services.GetService<ILoggerFactory>() is not null ? SafeLogger.Of(services, "PaymentSdk.Ledger") : NullLogger.Instance;
}
