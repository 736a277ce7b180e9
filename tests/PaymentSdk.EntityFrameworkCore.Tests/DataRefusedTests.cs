using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A commit that the database refuses because of its data is reported as refused data, never as an unavailable database.</summary>
public sealed class DataRefusedTests(PostgresDatabases databases) : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Sqlite", "U+0000")]
    [InlineData("Sqlite", "an unpaired surrogate")]
    [InlineData("Sqlite", "too many decimals")]
    [InlineData("Sqlite", "missing")]
    [InlineData("PostgreSql", "U+0000")]
    [InlineData("PostgreSql", "an unpaired surrogate")]
    [InlineData("PostgreSql", "too many decimals")]
    [InlineData("PostgreSql", "too many digits")]
    [InlineData("PostgreSql", "too long")]
    [InlineData("PostgreSql", "missing")]
    public async Task A_value_that_the_database_cannot_store_is_data_refused_and_nothing_is_written(string database, string fault)
    {
        await using var host = await StartAsync(database);
        var commit = Faulty(Opened.Purchase(await host.Ledger.GetTimeAsync(Ct)), fault);

        Assert.Equal(LedgerCommitResult.DataRefused, await host.Ledger.CommitAsync(commit, Ct));

        Assert.Null(await host.Ledger.FindAsync(Opened.Merchant, commit.Purchase.LatestAttempt, Ct));
        // The connection still works, and the next commit succeeds.
        Assert.NotEqual(default, await Opened.StoreAsync(host.Ledger));
    }

    [Fact]
    public async Task A_text_that_is_too_big_for_SQLite_is_data_refused()
    {
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path}").AddInterceptors(new ShortTexts()), ledger => ledger.MigrateAtStart = true));
        var commit = Opened.Purchase(await host.Ledger.GetTimeAsync(Ct));

        Assert.Equal(LedgerCommitResult.DataRefused, await host.Ledger.CommitAsync(commit with { Purchase = commit.Purchase with { OrderName = new string('x', ShortTexts.Bytes + 1) } }, Ct));
        Assert.Equal(LedgerCommitResult.Committed, await host.Ledger.CommitAsync(commit, Ct));
    }

    [Fact]
    public async Task A_check_that_an_administrator_added_is_data_refused()
    {
        var database = await databases.CreateAsync();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(LedgerHost.PostgreSql(database), ledger => ledger.MigrateAtStart = true));
        await PostgresServer.ExecuteAsync(database, "ALTER TABLE payment_attempts ADD CHECK (recheck_count < 100)");
        var commit = Opened.Purchase(await host.Ledger.GetTimeAsync(Ct));

        var refused = commit with { Moves = [commit.Moves[0] with { Attempt = commit.Moves[0].Attempt with { RecheckCount = 100 } }] };

        Assert.Equal(LedgerCommitResult.DataRefused, await host.Ledger.CommitAsync(refused, Ct));
    }

    [Fact]
    public async Task Any_other_call_with_such_a_value_fails_with_a_message_that_nothing_was_written()
    {
        await using var host = await StartAsync("PostgreSql");
        var found = new ReconciliationBreak
        {
            Merchant = Opened.Merchant,
            TransactionKey = "t-1",
            Kind = ReconciliationBreakKind.OursOnly,
            Day = new DateOnly(2026, 11, 22),
            Currency = Currency.Krw,
            Detail = "not a text: \0",
            OpenedAt = DateTimeOffset.UnixEpoch,
        };

        var failure = await Assert.ThrowsAsync<LedgerException>(async () => await host.Ledger.SaveBreaksAsync([found], Ct));

        Assert.True(failure.NothingWritten);
        Assert.Contains("cannot store one of the values", failure.Message, StringComparison.Ordinal);
    }

    private static LedgerCommit Faulty(LedgerCommit commit, string fault)
    {
        var move = commit.Moves[0];
        return fault switch
        {
            "U+0000" => commit with { Moves = [move with { Attempt = move.Attempt with { Method = "카드\0" } }] },
            "an unpaired surrogate" => commit with { Purchase = commit.Purchase with { OrderName = "\udf4a사과" } },
            "too many decimals" => commit with { Moves = [move with { Attempt = move.Attempt with { Balance = 0.00001m } }] },
            "too many digits" => commit with { Moves = [move with { Attempt = move.Attempt with { RefundedByHand = 1e21m } }] },
            "too long" => commit with { Moves = [move with { Journal = move.Journal! with { Cause = new string('c', 41) } }] },
            _ => commit with { Purchase = commit.Purchase with { OrderName = null! } },
        };
    }

    private async Task<LedgerHost> StartAsync(string database)
    {
        var use = database == "Sqlite" ? LedgerHost.Sqlite(_file) : LedgerHost.PostgreSql(await databases.CreateAsync());
        return await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(use, ledger => ledger.MigrateAtStart = true));
    }

    /// <summary>Lowers the maximum length of a text on each connection, because SQLite's default limit is a billion bytes.</summary>
    private sealed class ShortTexts : DbConnectionInterceptor
    {
        public const int Bytes = 20_000;

        private const int LimitLength = 0;

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            _ = SQLitePCL.raw.sqlite3_limit(((SqliteConnection)connection).Handle, LimitLength, Bytes);
            return Task.CompletedTask;
        }
    }
}
