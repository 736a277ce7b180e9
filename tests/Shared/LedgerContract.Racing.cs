using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Of_two_confirms_at_the_same_moment_exactly_one_is_committed()
    {
        var (one, two) = (await OpenLedgerAsync(), await OpenLedgerAsync());
        for (var round = 0; round < 40; round++)
        {
            var entry = await OpenAsync(one);

            var results = await AtOnceAsync(
                () => one.CommitAsync(Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1)), Ct),
                () => two.CommitAsync(Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1)), Ct));

            Assert.Equal([LedgerCommitResult.Committed, LedgerCommitResult.Stale], results.Order());
            Assert.Equal(2, (await one.ReadJournalAsync(_merchant, entry.Purchase.PurchaseId, Ct)).Count);
            Assert.Single(await two.ReadEventsAsync(_merchant, entry.Purchase.PurchaseId, Ct));
        }
    }

    [Fact]
    public async Task Of_many_openings_of_one_purchase_at_the_same_moment_exactly_one_is_committed()
    {
        var (one, two) = (await OpenLedgerAsync(), await OpenLedgerAsync());
        var now = await one.GetTimeAsync(Ct);
        for (var round = 0; round < 10; round++)
        {
            var purchaseId = PurchaseId.New();

            var results = await AtOnceAsync([.. Enumerable.Range(0, 8).Select<int, Func<ValueTask<LedgerCommitResult>>>(n =>
                () => (n % 2 == 0 ? one : two).CommitAsync(PurchaseOpener(Unopened(now, purchaseId: purchaseId)), Ct))]);

            Assert.Single(results, LedgerCommitResult.Committed);
            Assert.Equal(7, results.Count(result => result == LedgerCommitResult.Stale));
            Assert.Single(await two.ReadJournalAsync(_merchant, purchaseId, Ct));
        }
    }

    [Fact]
    public async Task Of_two_attempts_with_one_payment_key_at_the_same_moment_exactly_one_gets_it()
    {
        var (one, two) = (await OpenLedgerAsync(), await OpenLedgerAsync());
        for (var round = 0; round < 20; round++)
        {
            var (first, second, key) = (await OpenAsync(one), await OpenAsync(one), NewPaymentKey());

            var results = await AtOnceAsync(
                () => one.CommitAsync(Moving(first, AttemptState.Confirming, key), Ct),
                () => two.CommitAsync(Moving(second, AttemptState.Confirming, key), Ct));

            Assert.Equal([LedgerCommitResult.Committed, LedgerCommitResult.PaymentKeyTaken], results.Order());
        }
    }

    [Fact]
    public async Task Eight_claimers_at_the_same_moment_take_each_due_attempt_once()
    {
        var ledger = await OpenLedgerAsync();
        var due = await ledger.GetTimeAsync(Ct);
        var opened = new HashSet<OrderId>();
        for (var n = 0; n < 30; n++)
            opened.Add((await OpenAsync(ledger, due: due)).Attempt.OrderId);
        var others = await OpenLedgerAsync();

        var claims = await AtOnceAsync([.. Enumerable.Range(0, 8).Select<int, Func<ValueTask<List<AttemptSnapshot>>>>(n => () => ClaimAllAsync(n % 2 == 0 ? ledger : others))]);

        var taken = claims.SelectMany(claim => claim).Select(entry => entry.Attempt.OrderId).ToList();
        Assert.Equal(opened.Count, taken.Count);
        Assert.Equal(opened, taken.ToHashSet());
        Assert.All(claims.SelectMany(claim => claim), entry => Assert.Equal(1, entry.Attempt.FencingToken));
    }

    [Fact]
    public async Task Of_a_claim_and_a_commit_at_the_same_moment_the_old_holder_never_overwrites_the_new_one()
    {
        var (one, two) = (await OpenLedgerAsync(), await OpenLedgerAsync());
        for (var round = 0; round < 20; round++)
        {
            var entry = await OpenAsync(one, due: await one.GetTimeAsync(Ct));
            IReadOnlyList<AttemptSnapshot> claimed = [];
            var committed = LedgerCommitResult.Stale;

            await AtOnceAsync<bool>(
                async () => (committed = await one.CommitAsync(Moving(entry, AttemptState.Confirming), Ct)) == LedgerCommitResult.Committed,
                async () => (claimed = await ClaimAsync(two, maxCount: 25)).Count > 0);

            var after = await ReadAsync(one, entry);
            if (committed == LedgerCommitResult.Stale)
                Assert.Equal((AttemptState.Created, 1), (after.Attempt.State, (int)after.Attempt.FencingToken));
            // A ledger may skip a row that is being written; a later round then claims it.
            if (claimed.SingleOrDefault(other => other.Attempt.OrderId == entry.Attempt.OrderId) is { } mine)
                Assert.Equal((mine.Attempt.State, mine.Attempt.FencingToken), (after.Attempt.State, after.Attempt.FencingToken));
        }
    }

    private async ValueTask<List<AttemptSnapshot>> ClaimAllAsync(IOrderLedger ledger)
    {
        var all = new List<AttemptSnapshot>();
        while (all.Count < 100 && await ClaimAsync(ledger, maxCount: 4) is { Count: > 0 } claimed)
            all.AddRange(claimed);
        return all;
    }
}
