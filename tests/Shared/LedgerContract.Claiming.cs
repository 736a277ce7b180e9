using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_due_attempt_is_claimed_with_a_raised_fencing_token_and_a_lease()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));

        var claimed = Assert.Single(await ClaimAsync(ledger));

        Assert.Equal(1, claimed.Attempt.FencingToken);
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

        Assert.Empty(await ClaimAsync(ledger));
    }

    [Fact]
    public async Task An_attempt_of_another_merchant_is_not_claimed()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, $"{_merchant}-b", await ledger.GetTimeAsync(Ct));

        Assert.Empty(await ClaimAsync(ledger));
        Assert.Single(await ledger.ClaimDueAsync($"{_merchant}-b", RecoveryLane.Routine, 10, Lease, Ct));
    }

    [Fact]
    public async Task The_oldest_are_claimed_first_and_no_more_than_requested()
    {
        var ledger = await OpenLedgerAsync();
        var now = await ledger.GetTimeAsync(Ct);
        var newest = await OpenAsync(ledger, due: now.AddMinutes(-1));
        var oldest = await OpenAsync(ledger, due: now.AddMinutes(-3));
        var middle = await OpenAsync(ledger, due: now.AddMinutes(-2));

        var first = await ClaimAsync(ledger, maxCount: 2);
        var second = await ClaimAsync(ledger, maxCount: 2);

        Assert.Equal([oldest.Attempt.OrderId, middle.Attempt.OrderId], first.Select(entry => entry.Attempt.OrderId));
        Assert.Equal([newest.Attempt.OrderId], second.Select(entry => entry.Attempt.OrderId));
    }

    [Fact]
    public async Task A_claimed_attempt_is_claimed_again_only_when_its_lease_is_over_and_then_its_old_holder_cannot_commit()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));
        var lease = TimeSpan.FromMilliseconds(300);
        var old = Assert.Single(await ClaimAsync(ledger, lease: lease));

        // On a slow machine, the lease may already have expired before this second claim.
        var taken = await ClaimAsync(ledger);
        if (taken.Count > 0)
            Assert.True(taken[0].Now >= old.Attempt.LeaseUntil);
        else
            await PassAsync(ledger, lease);
        var next = Assert.Single(taken.Count > 0 ? taken : await ClaimAsync(ledger));

        Assert.Equal(old.Attempt.FencingToken + 1, next.Attempt.FencingToken);
        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(Moving(old, AttemptState.Approved), Ct));
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(Moving(next, AttemptState.Approved), Ct));
    }

    [Fact]
    public async Task A_holder_that_gives_its_lease_back_makes_the_attempt_claimable_at_its_next_due_time()
    {
        var ledger = await OpenLedgerAsync();
        await OpenAsync(ledger, due: await ledger.GetTimeAsync(Ct));
        var held = Assert.Single(await ClaimAsync(ledger));

        await CommittedAsync(ledger, With(Moving(held, AttemptState.Unknown), attempt => attempt with { LeaseUntil = null, DueAt = held.Now }));

        Assert.Equal(2, Assert.Single(await ClaimAsync(ledger)).Attempt.FencingToken);
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

    private ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimAsync(
        IOrderLedger ledger, RecoveryLane lane = RecoveryLane.Routine, int maxCount = 10, TimeSpan? lease = null) =>
        ledger.ClaimDueAsync(_merchant, lane, maxCount, lease ?? Lease, Ct);
}
