using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_due_attempt_is_claimed_with_a_raised_fence_and_a_lease()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));

        var claimed = Assert.Single(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct));

        Assert.Equal(1, claimed.Attempt.Fence);
        Assert.InRange(claimed.Attempt.LeaseUntil!.Value, opened.Now + Lease, claimed.Now + Lease);
        var stored = await ReadAsync(ledger, opened);
        Assert.Equal((claimed.Purchase, claimed.Attempt), (stored.Purchase, stored.Attempt));
        Assert.Equal(opened.Purchase.Version, stored.Purchase.Version);
    }

    [Fact]
    public async Task Attempts_that_are_not_due_are_not_claimed()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger);
        await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddMinutes(1));

        Assert.Empty(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct));
    }

    [Fact]
    public async Task An_attempt_of_another_merchant_is_not_claimed()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, $"{_merchant}-b", await ledger.GetTimeAsync(Ct));

        Assert.Empty(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct));
        Assert.Single(await ledger.ClaimDueAsync($"{_merchant}-b", 10, Lease, Ct));
    }

    [Fact]
    public async Task The_oldest_are_claimed_first_and_no_more_than_asked_for()
    {
        var ledger = await OpenLedgerAsync();
        var now = await ledger.GetTimeAsync(Ct);
        var newest = await OpenAsync(ledger, due: now.AddMinutes(-1));
        var oldest = await OpenAsync(ledger, due: now.AddMinutes(-3));
        var middle = await OpenAsync(ledger, due: now.AddMinutes(-2));

        var first = await ledger.ClaimDueAsync(_merchant, 2, Lease, Ct);
        var second = await ledger.ClaimDueAsync(_merchant, 2, Lease, Ct);

        Assert.Equal([oldest.Attempt.OrderId, middle.Attempt.OrderId], first.Select(entry => entry.Attempt.OrderId));
        Assert.Equal([newest.Attempt.OrderId], second.Select(entry => entry.Attempt.OrderId));
    }

    [Fact]
    public async Task A_claimed_attempt_is_claimed_again_only_when_its_lease_is_over_and_then_its_old_holder_cannot_commit()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));
        var old = Assert.Single(await ledger.ClaimDueAsync(_merchant, 10, TimeSpan.FromMilliseconds(300), Ct));

        var taken = await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct);
        if (taken.Count > 0)
            Assert.True(taken[0].Now >= old.Attempt.LeaseUntil);
        else
            await UntilAsync(ledger, old.Attempt.LeaseUntil!.Value);
        var next = Assert.Single(taken.Count > 0 ? taken : await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct));

        Assert.Equal(old.Attempt.Fence + 1, next.Attempt.Fence);
        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(Moving(old, AttemptState.Approved), Ct));
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(Moving(next, AttemptState.Approved), Ct));
    }

    [Fact]
    public async Task A_holder_that_gives_its_lease_back_makes_the_attempt_claimable_at_its_next_due_time()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));
        var held = Assert.Single(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct));

        var returned = Moving(held, AttemptState.Unknown);
        await CommittedAsync(ledger, returned with { Moves = [returned.Moves[0] with { Attempt = returned.Moves[0].Attempt with { LeaseUntil = null, DueAt = held.Now } }] });

        Assert.Equal(2, Assert.Single(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct)).Attempt.Fence);
    }

    [Fact]
    public async Task The_time_of_a_reading_is_the_time_of_the_ledger()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);

        var before = await ledger.GetTimeAsync(Ct);
        var read = await ReadAsync(ledger, entry);
        var after = await ledger.GetTimeAsync(Ct);

        Assert.InRange(read.Now, before, after);
        Assert.Equal(TimeSpan.Zero, read.Now.Offset);
        Assert.Equal(0, read.Now.Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public async Task A_waiting_attempt_that_is_woken_is_due_now()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddHours(1));

        await ledger.WakeAsync(_merchant, entry.Attempt.OrderId, TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(entry.Attempt.OrderId, Assert.Single(await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct)).Attempt.OrderId);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(3_600, true)]
    public async Task Waking_waits_for_five_seconds_after_the_last_query(int secondsAgo, bool woken)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddHours(1));
        var queried = Moving(entry, AttemptState.Unknown);
        await CommittedAsync(ledger, queried with { Moves = [queried.Moves[0] with { Attempt = queried.Moves[0].Attempt with { LastQueriedAt = entry.Now.AddSeconds(-secondsAgo) } }] });

        await ledger.WakeAsync(_merchant, entry.Attempt.OrderId, woken ? TimeSpan.FromSeconds(5) : TimeSpan.FromHours(1), Ct);

        Assert.Equal(woken ? 1 : 0, (await ledger.ClaimDueAsync(_merchant, 10, Lease, Ct)).Count);
    }

    [Fact]
    public async Task Waking_changes_nothing_for_an_attempt_that_is_not_waiting()
    {
        var ledger = await OpenLedgerAsync();
        var settled = await OpenAsync(ledger);
        var due = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddMinutes(-5));
        var before = await AllAsync(ledger, settled, due);

        foreach (var orderId in new[] { settled.Attempt.OrderId, due.Attempt.OrderId, OrderId.New() })
            await ledger.WakeAsync(_merchant, orderId, TimeSpan.Zero, Ct);

        Assert.Equal(before, await AllAsync(ledger, settled, due));
    }

    [Fact]
    public async Task Waking_an_attempt_leaves_its_holder_the_right_to_commit()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddHours(1));

        await ledger.WakeAsync(_merchant, entry.Attempt.OrderId, TimeSpan.Zero, Ct);

        await CommittedAsync(ledger, Moving(entry, AttemptState.Approved));
    }
}
