using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.EntityFrameworkCore.PostgreSql;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Chooses the context whose migrations fit the database that the host configured.</summary>
internal static class LedgerContexts
{
    /// <summary>Returns a function that opens a fresh context of the ledger.</summary>
    /// <exception cref="InvalidOperationException">No database was chosen, or the package has no migrations for it.</exception>
    public static Func<LedgerSession> Open(IServiceProvider services, Action<DbContextOptionsBuilder> database)
    {
        switch (ProviderOf(database))
        {
            case SqliteProvider.Name:
                var root = services.GetService<IHostEnvironment>()?.ContentRootPath;
                var sqlite = Options<SqliteLedgerContext>(services, database, text => SqliteFile.Rooted(text, root));
                return () => Own(new SqliteLedgerContext(sqlite));
            case PostgreSqlProvider.Name:
                var postgreSql = Options<PostgreSqlLedgerContext>(services, database, PreparedPostgreSql.ConnectionString);
                return () => Own(new PostgreSqlLedgerContext(postgreSql));
            case null:
                throw new InvalidOperationException(
                    "AddEntityFrameworkLedger was given no database. Choose one in it, e.g. AddEntityFrameworkLedger(db => db.UseSqlite(\"Data Source=payments.db\")).");
            case var other:
                throw new InvalidOperationException(
                    $"PaymentSdk ships no migrations for {other}. Put the tables into a DbContext of your own: call modelBuilder.AddPaymentLedger() in its OnModelCreating, " +
                    "add a migration, and register it with AddEntityFrameworkLedger<TContext>().");
        }
    }

    /// <summary>Returns the options of a context of the ledger, for the database that the host chose.</summary>
    public static DbContextOptions<TContext> Options<TContext>(
        IServiceProvider? services, Action<DbContextOptionsBuilder> database, Func<string, string>? connectionString = null)
        where TContext : LedgerContext
    {
        var host = new DbContextOptionsBuilder<TContext>();
        if (services is not null)
            host.UseApplicationServiceProvider(services);
        database(host);
        var provider = RelationalOptionsExtension.Extract(host.Options);
        if (provider.Connection is not null)
            throw new InvalidOperationException("AddEntityFrameworkLedger was given a connection, but the payment ledger needs several connections at the same time. Give it the connection string instead, e.g. AddEntityFrameworkLedger(db => db.UseSqlite(\"Data Source=payments.db\")).");
        if (provider.ConnectionString is { Length: > 0 } text && connectionString is not null)
            provider = provider.WithConnectionString(connectionString(Resolved(text, services)));
        var options = new DbContextOptionsBuilder<TContext>();
        LedgerOptions.Take(options, host.Options, services, provider);
        return options.Options;
    }

    /// <summary>
    /// Returns the connection string. If the text only names a connection string in the configuration, that connection string is returned.
    /// </summary>
    private static string Resolved(string text, IServiceProvider? services)
    {
        if (services?.GetService<IConfiguration>() is not { } configuration || text.Split('=', 2) is not [var word, var name] || !word.Trim().Equals("Name", StringComparison.OrdinalIgnoreCase))
            return text;
        return configuration[name.Trim()] ?? configuration.GetConnectionString(name.Trim()) ?? text;
    }

    private static string? ProviderOf(Action<DbContextOptionsBuilder> database)
    {
        var options = new DbContextOptionsBuilder();
        database(options);
        return options.Options.Extensions.FirstOrDefault(extension => extension.Info.IsDatabaseProvider)?.GetType().Assembly.GetName().Name;
    }

    private static LedgerSession Own(DbContext context) => new(context, context, keeps: true);
}
