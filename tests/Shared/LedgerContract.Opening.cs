using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task An_opened_purchase_is_found_by_its_order_id_and_by_its_own_id()
    {
        var ledger = await OpenLedgerAsync();
        var entry = Unopened(await ledger.GetTimeAsync(Ct));

        await CommittedAsync(ledger, PurchaseOpener(entry));

        var expected = (entry.Purchase with { Version = 1 }, entry.Attempt with { JournalCount = 1 });
        var byOrder = await ledger.FindAsync(_merchant, entry.Attempt.OrderId, Ct);
        var byPurchase = await ledger.FindPurchaseAsync(_merchant, entry.Purchase.PurchaseId, Ct);
        Assert.Equal(expected, (byOrder!.Purchase, byOrder.Attempt));
        Assert.Equal(expected, (byPurchase!.Purchase, byPurchase.Attempt));
    }

    [Fact]
    public async Task A_purchase_that_was_never_opened_is_not_found()
    {
        var ledger = await OpenLedgerAsync();

        Assert.Null(await ledger.FindAsync(_merchant, OrderId.New(), Ct));
        Assert.Null(await ledger.FindPurchaseAsync(_merchant, PurchaseId.New(), Ct));
        Assert.Null(await ledger.FindPaymentAsync(_merchant, NewPaymentKey(), Ct));
        Assert.Empty(await ledger.ReadJournalAsync(_merchant, PurchaseId.New(), Ct));
        Assert.Empty(await ledger.ReadEventsAsync(_merchant, PurchaseId.New(), Ct));
    }

    [Fact]
    public async Task A_payment_is_found_by_its_key_once_the_key_is_known()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var key = NewPaymentKey();

        Assert.Null(await ledger.FindPaymentAsync(_merchant, key, Ct));
        await CommittedAsync(ledger, Moving(entry, AttemptState.Confirming, key));

        Assert.Equal(entry.Attempt.OrderId, (await ledger.FindPaymentAsync(_merchant, key, Ct))!.Attempt.OrderId);
    }

    [Fact]
    public async Task Order_ids_and_payment_keys_that_differ_by_case_are_different()
    {
        var ledger = await OpenLedgerAsync();
        var entry = Unopened(await ledger.GetTimeAsync(Ct), orderId: OrderId.Parse("order-ABC-" + Guid.NewGuid().ToString("N")));
        await CommittedAsync(ledger, PurchaseOpener(entry));
        var key = PaymentKey.Parse("tgen_ABC_" + Guid.NewGuid().ToString("N"));
        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, entry), AttemptState.Confirming, key));

        Assert.Null(await ledger.FindAsync(_merchant, OrderId.Parse(entry.Attempt.OrderId.Value.ToLowerInvariant()), Ct));
        Assert.Null(await ledger.FindPaymentAsync(_merchant, PaymentKey.Parse(key.Value.ToLowerInvariant()), Ct));
    }

    [Fact]
    public async Task A_purchase_opened_again_is_found_with_its_newest_attempt_and_the_older_one_by_its_order_id()
    {
        var ledger = await OpenLedgerAsync();
        var first = await OpenAsync(ledger);

        var second = await OpenAgainAsync(ledger, first);

        Assert.Equal(second.Attempt.OrderId, (await ledger.FindPurchaseAsync(_merchant, first.Purchase.PurchaseId, Ct))!.Attempt.OrderId);
        Assert.Equal(AttemptState.Superseded, (await ReadAsync(ledger, first)).Attempt.State);
        Assert.Equal(2, second.Purchase.Version);
    }

    [Fact]
    public async Task Opening_a_purchase_that_is_there_is_stale_and_leaves_it_alone()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);

        var again = Unopened(entry.Now, purchaseId: entry.Purchase.PurchaseId);

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(PurchaseOpener(again), Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
        Assert.Null(await ledger.FindAsync(_merchant, again.Attempt.OrderId, Ct));
    }

    [Fact]
    public async Task An_order_id_that_is_there_is_stale_for_another_purchase()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);

        var other = Unopened(entry.Now, orderId: entry.Attempt.OrderId);

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(PurchaseOpener(other), Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
        Assert.Null(await ledger.FindPurchaseAsync(_merchant, other.Purchase.PurchaseId, Ct));
    }

    [Fact]
    public async Task Two_merchants_with_the_same_ids_do_not_see_each_other()
    {
        var ledger = await OpenLedgerAsync();
        var mine = await OpenAsync(ledger);
        var key = NewPaymentKey();
        var theirs = Unopened(mine.Now, $"{_merchant}-b", mine.Purchase.PurchaseId, mine.Attempt.OrderId);
        await CommittedAsync(ledger, PurchaseOpener(theirs));
        await CommittedAsync(ledger, Moving(mine, AttemptState.Confirming, key, Event(mine, 1)));
        var before = await AllAsync(ledger, mine);

        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, theirs), AttemptState.Confirming, key, Event(theirs, 1, OrderEventType.Declined)));

        Assert.Equal(before, await AllAsync(ledger, mine));
        Assert.Equal(theirs.Attempt.Merchant, (await ledger.FindPaymentAsync(theirs.Attempt.Merchant, key, Ct))!.Attempt.Merchant);
        Assert.Equal(OrderEventType.Declined, Assert.Single(await ledger.ReadEventsAsync(theirs.Attempt.Merchant, theirs.Purchase.PurchaseId, Ct)).Type);
        Assert.Null(await ledger.FindAsync($"{_merchant}-c", mine.Attempt.OrderId, Ct));
    }

    [Fact]
    public async Task A_commit_is_visible_to_a_process_that_opens_the_database_later()
    {
        var first = await OpenLedgerAsync();
        var entry = await OpenAsync(first);
        await CommittedAsync(first, Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1)));

        var second = await OpenLedgerAsync();

        Assert.Equal(await AllAsync(first, entry), await AllAsync(second, entry));
    }

    /// <summary>Supersedes the attempt and opens another one, in one commit.</summary>
    private static async Task<AttemptSnapshot> OpenAgainAsync(IOrderLedger ledger, AttemptSnapshot entry)
    {
        var next = entry.Attempt with
        {
            OrderId = OrderId.New(),
            Number = entry.Attempt.Number + 1,
            JournalCount = 0,
            State = AttemptState.Created,
            FencingToken = 0,
            PaymentKey = null,
        };
        await CommittedAsync(ledger, new LedgerCommit
        {
            Purchase = entry.Purchase with { LatestAttempt = next.OrderId, AttemptCount = next.Number, CommitId = Guid.NewGuid() },
            Moves = [Move(entry.Attempt, AttemptState.Superseded), Insert(next)],
        });
        return await ReadAsync(ledger, entry with { Attempt = next });
    }
}
