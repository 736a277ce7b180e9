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
/// What the ledger's own contexts take from the options of a host: the provider with its connection, the execution strategy, where the host
/// logs, and interceptors of connections, transactions and commands. Conventions, replaced services, compiled models, warnings
/// and all else would change names, types or statements (0063).
/// </summary>
internal static class LedgerOptions
{
    /// <summary>10 seconds: a commit may wait that long for a checkpoint or a standby, and a payment must not be in doubt for less.</summary>
    private const int MinCommandSeconds = 10;

    /// <summary>Factories whose loggers never throw into a statement. One for each factory of the host: EF builds new services for every factory that it has not seen.</summary>
    private static readonly ConditionalWeakTable<ILoggerFactory, SafeLoggerFactory> _safe = [];

    /// <param name="options">Gets what is taken.</param>
    /// <param name="host">The options as the host gave them.</param>
    /// <param name="services">The host's services; null at design time.</param>
    /// <param name="provider">The provider's extension; null when the host chose none.</param>
    public static void Take(DbContextOptionsBuilder options, IDbContextOptions host, IServiceProvider? services, RelationalOptionsExtension? provider)
    {
        if (services is not null)
            options.UseApplicationServiceProvider(services);
        var core = host.FindExtension<CoreOptionsExtension>();
        if ((core?.LoggerFactory ?? services?.GetService<ILoggerFactory>()) is { } loggers)
            options.UseLoggerFactory(_safe.GetValue(loggers, static host => new SafeLoggerFactory(host)));
        if (core?.Interceptors?.Where(IsOfTheWire).ToArray() is { Length: > 0 } interceptors)
            options.AddInterceptors(interceptors);
        // Statements come several times a second: a shop that logs at the usual levels would see nothing else. Rows hold account
        // numbers: parameter values never reach a log, whatever the host does for its own contexts.
        options.ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)))
            .EnableSensitiveDataLogging(false);
        if (provider is not null)
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(Plain(provider));
    }

    /// <summary>The provider as the ledger uses it. Rows of the ledger are read in one statement, compared as C# compares, and migrated from this package.</summary>
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
