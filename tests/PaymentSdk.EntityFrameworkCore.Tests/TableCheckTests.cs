using Microsoft.EntityFrameworkCore;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// If tables differ from the shipped migrations or rights are missing, the host does not start, so that no buyer is affected.
/// </summary>
public sealed class TableCheckTests(PostgresDatabases databases) : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private string _connectionString = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    public static TheoryData<string, string, string> Changes => new()
    {
        { "PostgreSql", "ALTER TABLE payment_attempts ALTER COLUMN notification TYPE character varying(20)", "column notification is character varying(20) and must be text" },
        { "PostgreSql", "ALTER TABLE payment_purchases ALTER COLUMN purchase_id TYPE character varying(30)", "column purchase_id is character varying(30) and must be character varying(64)" },
        { "PostgreSql", "ALTER TABLE payment_attempts RENAME COLUMN receipt_url TO receipt", "column receipt_url (text) is missing" },
        { "PostgreSql", "ALTER TABLE payment_refunds ALTER COLUMN amount TYPE numeric(10, 0)", "column amount is numeric(10,0) and must be numeric(24,4)" },
        { "PostgreSql", "ALTER TABLE payment_inbox ALTER COLUMN failure_count TYPE text", "column failure_count is text and must be integer" },
        { "PostgreSql", "ALTER TABLE payment_attempts ALTER COLUMN method SET NOT NULL", "column method must allow NULL" },
        { "PostgreSql", "ALTER TABLE payment_outbox ADD COLUMN tenant text NOT NULL", "column tenant, which does not belong to the ledger" },
        { "PostgreSql", "DROP TABLE payment_breaks", "payment_breaks does not fit this version of PaymentSdk: it is missing" },
        { "Sqlite", "ALTER TABLE payment_attempts RENAME COLUMN receipt_url TO receipt", "column receipt_url (TEXT) is missing" },
        { "Sqlite", "ALTER TABLE payment_inbox DROP COLUMN failure_count; ALTER TABLE payment_inbox ADD COLUMN failure_count REAL", "column failure_count is REAL and must be INTEGER" },
        { "Sqlite", "DROP TABLE payment_breaks", "payment_breaks does not fit this version of PaymentSdk: it is missing" },
        // These faults appear only when a statement runs.
        { "PostgreSql", "CREATE RULE ignored AS ON UPDATE TO payment_inbox DO INSTEAD NOTHING", "cannot store a webhook" },
        { "PostgreSql", "CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.order_name := '????'; RETURN NEW; END $$; CREATE TRIGGER lost BEFORE INSERT ON payment_purchases FOR EACH ROW EXECUTE FUNCTION lost()", "cannot read a payment" },
        { "Sqlite", "CREATE TRIGGER lost AFTER INSERT ON payment_purchases BEGIN UPDATE payment_purchases SET order_name = '????' WHERE rowid = NEW.rowid; END", "cannot read a payment" },
        { "Sqlite", "CREATE TRIGGER kept BEFORE DELETE ON payment_refunds BEGIN SELECT RAISE(ABORT, 'refunds are kept'); END", "cannot delete what is old in its database: SQLite Error 19: 'refunds are kept'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Changed_tables_stop_the_host_and_the_column_or_the_step_is_named(string database, string change, string reason)
    {
        var (use, execute) = await NewAsync(database);
        await execute(change);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(use)));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PostgreSql", "ALTER TABLE payment_purchases ALTER COLUMN purchase_id TYPE character varying(200)")]
    [InlineData("PostgreSql", "ALTER TABLE payment_refunds ALTER COLUMN amount TYPE numeric(30, 4)")]
    [InlineData("PostgreSql", "ALTER TABLE payment_outbox ADD COLUMN tenant text NOT NULL DEFAULT 'shop'")]
    [InlineData("Sqlite", "ALTER TABLE payment_outbox ADD COLUMN tenant TEXT NULL")]
    public async Task Tables_that_allow_more_than_required_are_accepted(string database, string change)
    {
        var (use, execute) = await NewAsync(database);
        await execute(change);

        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(use));

        await Opened.StoreAsync(host.Ledger);
    }

    [Theory]
    [InlineData("INSERT", "payment_attempts", "write a payment")]
    [InlineData("UPDATE", "payment_attempts", "claim what is due")]
    [InlineData("DELETE", "payment_processes", "write a heartbeat")]
    public async Task A_right_that_the_role_lacks_stops_the_host(string right, string table, string step)
    {
        var database = await databases.CreateAsync();
        await (await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database), ledger => ledger.MigrateAtStart = true))).DisposeAsync();
        var role = $"role_{Guid.NewGuid():N}";
        await PostgresServer.ExecuteAsync(database, $"CREATE ROLE {role} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; REVOKE {right} ON {table} FROM {role}");
        var limited = new Npgsql.NpgsqlConnectionStringBuilder(database) { Username = role }.ConnectionString;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(limited))));

        Assert.Contains($"cannot {step}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("permission denied", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_start_check_leaves_nothing_behind(string database)
    {
        var (use, _) = await NewAsync(database);
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(use));

        Assert.Empty(await host.Ledger.ListRecentAsync("", 10, Ct));
        const string Count = "SELECT (SELECT COUNT(*) FROM payment_purchases) + (SELECT COUNT(*) FROM payment_inbox) + (SELECT COUNT(*) FROM payment_money_movements) + (SELECT COUNT(*) FROM payment_breaks)";
        Assert.Equal("0", database == "Sqlite" ? await SqliteFile.ScalarAsync(_file, Count) : await PostgresServer.ExecuteAsync(_connectionString, Count));
    }

    private async Task<(Action<DbContextOptionsBuilder> Use, Func<string, Task> Execute)> NewAsync(string database)
    {
        if (database == "Sqlite")
        {
            await (await LedgerHost.StartAsync(_file)).DisposeAsync();
            return (LedgerHost.Sqlite(_file), statement => SqliteFile.ScalarAsync(_file, statement));
        }

        _connectionString = await databases.CreateAsync();
        var use = LedgerHost.PostgreSql(_connectionString);
        await (await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(use, ledger => ledger.MigrateAtStart = true))).DisposeAsync();
        return (use, statement => PostgresServer.ExecuteAsync(_connectionString, statement));
    }
}
