using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class PostgreSqlStartTests(PostgresDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_that_start_at_the_same_moment_on_one_new_database_all_come_up_and_one_migrates()
    {
        var database = await databases.CreateAsync();
        using var lines = new LogLines();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(database, lines: lines), Ct)));

        var orderId = await Opened.StoreAsync(hosts[0].Ledger);
        Assert.NotNull(await hosts[3].Ledger.FindAsync(Opened.Merchant, orderId, Ct));
        Assert.Single(lines.All, line => line.Contains("were brought up to date", StringComparison.Ordinal));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task In_Production_an_empty_database_stops_the_host_and_is_left_empty()
    {
        var database = await databases.CreateAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database))));

        Assert.Contains("MigrateAtStart = true", failure.Message, StringComparison.Ordinal);
        Assert.Equal("0", await PostgresServer.ExecuteAsync(database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_host()
    {
        var database = await databases.CreateAsync();
        await (await StartAsync(database)).DisposeAsync();
        await PostgresServer.ExecuteAsync(database, """INSERT INTO payment_migrations VALUES ('20990101000000_Loyalty', '12.0.0')""");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));

        Assert.Contains("20990101000000_Loyalty", failure.Message, StringComparison.Ordinal);
        Assert.Contains("newer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        var database = new NpgsqlConnectionStringBuilder(await databases.CreateAsync()) { Database = "not_there" }.ConnectionString;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));

        Assert.Contains("\"not_there\" does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("local")]
    public async Task Commits_are_durable_even_where_the_database_prefers_speed(string setting)
    {
        var database = await databases.CreateAsync();
        await PostgresServer.ExecuteAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = {setting}");
        var seen = new SettingOfCommands();
        await using var host = await StartAsync(database, seen);
        seen.Values.Clear();

        await Opened.StoreAsync(host.Ledger);
        await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Opened.StoreAsync(host.Ledger)));

        Assert.NotEmpty(seen.Values);
        Assert.All(seen.Values, value => Assert.Equal("on", value));
    }

    [Fact]
    public async Task A_stricter_setting_of_the_database_is_left_alone()
    {
        var database = await databases.CreateAsync();
        await PostgresServer.ExecuteAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = remote_apply");
        var seen = new SettingOfCommands();
        await using var host = await StartAsync(database, seen);

        await Opened.StoreAsync(host.Ledger);

        Assert.Equal("remote_apply", seen.Values.Last());
    }

    [Fact]
    public async Task A_connection_that_does_not_stay_durable_stops_the_host_and_says_why()
    {
        // Simulates a pooler or a rule because of which setting the value has no effect.
        var database = await databases.CreateAsync();
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await PostgresServer.ExecuteAsync(database, $"""
            CREATE FUNCTION set_config(text, text, boolean) RETURNS text LANGUAGE sql AS 'SELECT $2';
            ALTER DATABASE {name} SET search_path = public, pg_catalog;
            ALTER DATABASE {name} SET synchronous_commit = off;
            """);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));

        Assert.Contains("synchronous_commit=on (it is off)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_only_reads_stops_the_host_and_names_the_setting_of_the_connection()
    {
        var database = await databases.CreateAsync();
        await PostgresServer.ExecuteAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET default_transaction_read_only = on");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));

        Assert.Contains("Target Session Attributes=primary", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE payment_journal SET to_state = 'Approved'")]
    [InlineData("DELETE FROM payment_journal")]
    [InlineData("TRUNCATE payment_journal")]
    public async Task The_journal_cannot_be_changed_by_any_connection(string statement)
    {
        var database = await databases.CreateAsync();
        await using var host = await StartAsync(database);
        await Opened.StoreAsync(host.Ledger);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(database, statement));

        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
        Assert.Equal("AwaitingDeposit", await PostgresServer.ExecuteAsync(database, "SELECT to_state FROM payment_journal"));
    }

    private static Task<LedgerHost> StartAsync(string database, IInterceptor? interceptor = null, LogLines? lines = null) => LedgerHost.StartAsync(
        payments => payments.AddEntityFrameworkLedger(
            options =>
            {
                options.UseNpgsql(database);
                if (interceptor is not null)
                    options.AddInterceptors(interceptor);
            },
            ledger => ledger.MigrateAtStart = true),
        builder =>
        {
            if (lines is not null)
                builder.Logging.AddProvider(lines);
        });

    /// <summary>Records the value of <c>synchronous_commit</c> before each query of the ledger.</summary>
    private sealed class SettingOfCommands : DbCommandInterceptor
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Values { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var query = command.Connection!.CreateCommand();
            query.CommandText = "SHOW synchronous_commit";
            query.Transaction = command.Transaction;
            Values.Enqueue((string)(await query.ExecuteScalarAsync(cancellationToken))!);
            return result;
        }
    }
}
