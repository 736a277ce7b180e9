using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Copies from the options of a host what the ledger's own contexts use: the provider with its connection, the execution strategy, the host's
/// logging, and interceptors of connections, transactions and commands. Everything else, such as conventions, replaced services, compiled models
/// and warnings, would change names, types or statements (0063).
/// </summary>
internal static class LedgerOptions
{
    /// <summary>
    /// The shortest command timeout. A commit may wait up to 10 seconds for a checkpoint or a standby, and a shorter timeout would leave the outcome
    /// of the commit unknown.
    /// </summary>
    private const int MinCommandSeconds = 10;

    /// <summary>
    /// The logger factories whose loggers never let an exception stop a statement, by the factory of the host that each wraps. They are kept, because
    /// EF Core builds new services for every factory that it has not seen before.
    /// </summary>
    private static readonly ConditionalWeakTable<ILoggerFactory, SafeLoggerFactory> _safe = [];

    /// <param name="options">The options that receive what is copied.</param>
    /// <param name="host">The options of the host.</param>
    /// <param name="services">The host's services; null at design time.</param>
    /// <param name="provider">The provider's extension; null if the host chose none.</param>
    public static void Take(DbContextOptionsBuilder options, IDbContextOptions host, IServiceProvider? services, RelationalOptionsExtension? provider)
    {
        if (services is not null)
            options.UseApplicationServiceProvider(services);
        var core = host.FindExtension<CoreOptionsExtension>();
        if ((core?.LoggerFactory ?? services?.GetService<ILoggerFactory>()) is { } loggers)
            options.UseLoggerFactory(_safe.GetValue(loggers, static host => new SafeLoggerFactory(host)));
        if (core?.Interceptors?.Where(IsOfTheWire).ToArray() is { Length: > 0 } interceptors)
            options.AddInterceptors(interceptors);
        // Statements run several times a second, and at the usual log levels a shop would see nothing else. Rows contain account numbers, so
        // parameter values never reach a log, whatever the host configures for its own contexts.
        options.ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)))
            .EnableSensitiveDataLogging(false);
        if (provider is not null)
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(Plain(provider));
    }

    /// <summary>
    /// Returns the provider as the ledger uses it. Rows are read in one statement, compared as C# compares, and migrated from this package.
    /// </summary>
    private static RelationalOptionsExtension Plain(RelationalOptionsExtension provider) => provider
        .WithUseRelationalNulls(false)
        .WithUseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
        .WithMaxBatchSize(null)
        .WithMinBatchSize(null)
        .WithMigrationsAssembly((string?)null)
        .WithMigrationsHistoryTableName(LedgerContext.HistoryTable)
        .WithMigrationsHistoryTableSchema(null)
        .WithCommandTimeout((provider.CommandTimeout ?? ConnectionText.CommandSeconds(provider.ConnectionString ?? provider.Connection?.ConnectionString)) is > 0 and < MinCommandSeconds
            ? MinCommandSeconds
            : provider.CommandTimeout);

    private static bool IsOfTheWire(IInterceptor interceptor) => interceptor is IDbConnectionInterceptor or IDbTransactionInterceptor or IDbCommandInterceptor;
}
