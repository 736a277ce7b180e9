using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Sqlite;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// Two versions of the shop on one database, as in a rolling deploy: the newer has migrated it, the older still writes as its
/// tables were.
/// </summary>
public sealed class RollingDeployTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_the_first_version_has_written_is_read_and_moved_by_this_one()
    {
        await MigrateAsync("Initial");
        await WriteAsTheFirstVersionAsync("order-before-the-deploy");

        await using var host = await LedgerHost.StartAsync(_file);

        await MoveAsync(host, "order-before-the-deploy");
    }

    [Fact]
    public async Task The_first_version_goes_on_writing_while_this_one_has_migrated()
    {
        await using var host = await LedgerHost.StartAsync(_file);

        await WriteAsTheFirstVersionAsync("order-during-the-deploy");
        await MoveAsync(host, "order-during-the-deploy");

        var claimed = Assert.Single(await host.Ledger.ClaimEventsAsync("", 10, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal("order-during-the-deploy", claimed.Event.OrderId.Value);
        await SqliteFile.ScalarAsync(_file, "UPDATE payment_attempts SET due_at = 1, fence = fence + 1 WHERE order_id = 'order-during-the-deploy'");
        Assert.Single(await host.Ledger.ClaimDueAsync("", 10, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private async Task MigrateAsync(string migration)
    {
        await using var database = new SqliteLedgerContext(LedgerContexts.Options<SqliteLedgerContext>(services: null, options => options.UseSqlite(_file.ConnectionString)));
        var known = database.Database.GetMigrations().Single(name => name.EndsWith(migration, StringComparison.Ordinal));
        await database.GetService<IMigrator>().MigrateAsync(known, TestContext.Current.CancellationToken);
    }

    /// <summary>The order of a buyer, in the columns that the first version knew and no others.</summary>
    private async Task WriteAsTheFirstVersionAsync(string orderId)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await SqliteFile.ScalarAsync(_file, $"""
            INSERT INTO payment_purchases (merchant, purchase_id, currency, amount, order_name, live_attempt, latest_attempt, attempt_count, event_count, test_mode, opened_at, version, commit_id)
            VALUES ('', 'p-{orderId}', 'KRW', '15000.0', '사과', '{orderId}', '{orderId}', 1, 1, 1, {now}, 2, '{Guid.NewGuid()}');
            INSERT INTO payment_attempts (merchant, order_id, purchase_id, number, state, currency, amount, payment_key, fence, tries, query_only, cancel_count, journal_count, opened_at, changed_at)
            VALUES ('', '{orderId}', 'p-{orderId}', 1, 'Approved', 'KRW', '15000.0', 'tgen-{orderId}', 1, 0, 0, 0, 2, {now}, {now});
            INSERT INTO payment_journal (merchant, order_id, sequence, purchase_id, purchase_version, position, to_state, cause, actor, fence, recorded_at)
            VALUES ('', '{orderId}', 1, 'p-{orderId}', 1, 0, 'Created', 'opened', 'checkout', 0, {now}),
                   ('', '{orderId}', 2, 'p-{orderId}', 2, 0, 'Approved', 'answer', 'checkout', 1, {now});
            INSERT INTO payment_outbox (merchant, purchase_id, sequence, event_id, order_id, type, test_mode, recorded_at, tries, due_at)
            VALUES ('', 'p-{orderId}', 1, '{Guid.NewGuid().ToString().ToUpperInvariant()}', '{orderId}', 'Paid', 1, {now}, 0, {now});
            """);
    }

    private static async Task MoveAsync(LedgerHost host, string orderId)
    {
        var token = TestContext.Current.CancellationToken;
        var entry = Assert.IsType<LedgerEntry>(await host.Ledger.FindAsync("", OrderId.Parse(orderId), token));
        var commit = new LedgerCommit
        {
            Purchase = entry.Purchase,
            Moves = [new AttemptMove { ExpectedState = AttemptState.Approved, ExpectedFence = entry.Attempt.Fence, Attempt = entry.Attempt with { Hint = "CANCELED", HintedAt = entry.Now } }],
        };
        Assert.Equal(LedgerCommitResult.Committed, await host.Ledger.CommitAsync(commit, token));
        Assert.Equal("CANCELED", (await host.Ledger.FindAsync("", OrderId.Parse(orderId), token))!.Attempt.Hint);
        Assert.Equal(2, (await host.Ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, token)).Count);
    }
}
