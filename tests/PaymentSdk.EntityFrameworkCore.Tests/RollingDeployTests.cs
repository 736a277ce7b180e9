using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// Two versions of the shop use one database, as in a rolling deployment: the newer version adds columns with a default while this version
/// runs. This version can no longer start, but continues until it is stopped.
/// </summary>
public sealed class RollingDeployTests(PostgresDatabases databases) : IDisposable
{
    /// <summary>The number of repetitions: enough that statements are prepared. The server remembers the result columns of a prepared statement.</summary>
    private const int Often = 8;

    private static readonly string[] Tables =
        ["purchases", "attempts", "journal", "outbox", "refunds", "inbox", "money_movements", "breaks", "processes"];

    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_running_shop_continues_after_a_newer_one_has_added_columns(string database)
    {
        var connectionString = database == "Sqlite" ? "" : await databases.CreateAsync();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database == "Sqlite" ? LedgerHost.Sqlite(_file) : LedgerHost.PostgreSql(connectionString), ledger => ledger.MigrateAtStart = true));
        for (var n = 0; n < Often; n++)
            await UseAsync(host.Ledger);

        foreach (var statement in Tables.Select(table => $"ALTER TABLE payment_{table} ADD COLUMN of_a_newer_version integer NOT NULL DEFAULT 7"))
            await (database == "Sqlite" ? SqliteFile.ScalarAsync(_file, statement) : PostgresServer.ExecuteAsync(connectionString, statement));

        for (var n = 0; n < Often; n++)
            await UseAsync(host.Ledger);
    }

    /// <summary>Calls the ledger as the checkout, recovery and the outbox do.</summary>
    private static async Task UseAsync(IOrderLedger ledger)
    {
        var orderId = await Opened.StoreAsync(ledger);
        var claimed = Assert.Single(await ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
        Assert.Equal(orderId, claimed.Attempt.OrderId);
        Assert.Equal(1, await ledger.BeatAsync(Opened.Merchant, "a", TimeSpan.FromMinutes(1), Ct));
        var paid = new OrderEvent
        {
            Merchant = Opened.Merchant,
            EventId = Guid.NewGuid(),
            PurchaseId = claimed.Purchase.PurchaseId,
            OrderId = orderId,
            Sequence = 1,
            Type = OrderEventType.Paid,
            RecordedAt = claimed.Now,
        };
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(
            new LedgerCommit
            {
                Purchase = claimed.Purchase with { EventCount = 1, PaidTold = true, CommitId = Guid.NewGuid() },
                Moves = [new AttemptMove { ExpectedState = claimed.Attempt.State, ExpectedFencingToken = claimed.Attempt.FencingToken, Attempt = claimed.Attempt with { State = AttemptState.Approved, DueAt = null } }],
                Events = [paid],
            },
            Ct));
        Assert.Equal(AttemptState.Approved, (await ledger.FindPurchaseAsync(Opened.Merchant, claimed.Purchase.PurchaseId, Ct))!.Attempt.State);
        Assert.Equal(orderId, Assert.Single(await ledger.ReadJournalAsync(Opened.Merchant, claimed.Purchase.PurchaseId, Ct)).OrderId);
        var delivery = Assert.Single(await ledger.ClaimEventsAsync(Opened.Merchant, 5, TimeSpan.FromMinutes(2), Ct));
        Assert.True(await ledger.RecordDeliveryAsync(delivery with { DeliveredAt = claimed.Now, DueAt = null }, Ct));
        await ledger.ReadStatisticsAsync(Opened.Merchant, Ct);
    }
}
