using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    public static TheoryData<RecoveryLane> Lanes => [.. Enum.GetValues<RecoveryLane>()];

    [Theory]
    [MemberData(nameof(Lanes))]
    public async Task A_claim_takes_due_rows_of_its_lane_and_no_rows_of_other_lanes(RecoveryLane lane)
    {
        var ledger = await OpenLedgerAsync();
        var now = await ledger.GetTimeAsync(Ct);
        var opened = new Dictionary<RecoveryLane, AttemptSnapshot>();
        foreach (var one in Enum.GetValues<RecoveryLane>())
            opened[one] = await OpenAsync(ledger, due: now.AddMinutes(-(int)one), lane: one);

        var claimed = Assert.Single(await ClaimAsync(ledger, lane));

        Assert.Equal((opened[lane].Attempt.OrderId, lane), (claimed.Attempt.OrderId, claimed.Attempt.Lane));
        foreach (var other in opened.Values.Where(entry => entry.Attempt.Lane != lane))
            Assert.Equal((0, null), ((await ReadAsync(ledger, other)).Attempt.FencingToken, (await ReadAsync(ledger, other)).Attempt.LeaseUntil));
    }

    [Fact]
    public async Task Waiting_attempts_are_counted_by_lane_up_to_the_given_maximum()
    {
        var ledger = await OpenLedgerAsync();
        var now = await ledger.GetTimeAsync(Ct);
        foreach (var minutes in new[] { -10, -5, 50 })
            await OpenAsync(ledger, due: now.AddMinutes(minutes));
        await OpenAsync(ledger, due: now, lane: RecoveryLane.Requested);
        await OpenAsync(ledger, $"{_merchant}-b", now);
        await OpenAsync(ledger);

        Assert.Equal(2, await CountAsync(RecoveryLane.Routine, TimeSpan.Zero));
        Assert.Equal(3, await CountAsync(RecoveryLane.Routine, TimeSpan.FromHours(1)));
        Assert.Equal(2, await CountAsync(RecoveryLane.Routine, TimeSpan.FromHours(1), maxCount: 2));
        Assert.Equal(1, await CountAsync(RecoveryLane.Requested, TimeSpan.FromHours(1)));
        Assert.Equal(0, await CountAsync(RecoveryLane.Deadline, TimeSpan.FromHours(1)));

        ValueTask<int> CountAsync(RecoveryLane lane, TimeSpan within, int maxCount = 100) => ledger.CountDueAsync(_merchant, lane, within, maxCount, Ct);
    }

    [Theory]
    [InlineData(RecoveryLane.Deadline, RecoveryLane.Deadline)]
    [InlineData(RecoveryLane.MoneyBack, RecoveryLane.MoneyBack)]
    [InlineData(RecoveryLane.Requested, RecoveryLane.Requested)]
    [InlineData(RecoveryLane.Routine, RecoveryLane.Requested)]
    public async Task A_waiting_attempt_that_is_made_due_is_due_now_in_the_lane_of_requests_or_a_more_urgent_one(RecoveryLane before, RecoveryLane after)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddHours(1), lane: before);

        await ledger.MakeDueAsync(_merchant, entry.Attempt.OrderId, TimeSpan.FromSeconds(5), Ct);

        var claimed = Assert.Single(await ClaimAsync(ledger, after));
        Assert.Equal(entry.Attempt.OrderId, claimed.Attempt.OrderId);
        Assert.InRange(claimed.Attempt.DueAt!.Value, entry.Now, claimed.Now);
    }

    [Fact]
    public async Task An_attempt_that_waits_overdue_in_the_routine_lane_goes_over_to_the_lane_of_requests_at_its_old_place()
    {
        var ledger = await OpenLedgerAsync();
        var due = (await ledger.GetTimeAsync(Ct)).AddMinutes(-5);
        var entry = await OpenAsync(ledger, due: due);

        await ledger.MakeDueAsync(_merchant, entry.Attempt.OrderId, TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(due, Assert.Single(await ClaimAsync(ledger, RecoveryLane.Requested)).Attempt.DueAt);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(-60, false)]
    [InlineData(60, true)]
    public async Task An_attempt_that_was_just_queried_is_not_made_due(int dueInMinutes, bool longAgo)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddMinutes(dueInMinutes));
        await CommittedAsync(ledger, With(Moving(entry, AttemptState.Unknown), attempt => attempt with { LastQueriedAt = entry.Now.AddHours(longAgo ? -1 : 0) }));

        await ledger.MakeDueAsync(_merchant, entry.Attempt.OrderId, longAgo ? TimeSpan.FromSeconds(5) : TimeSpan.FromHours(1), Ct);

        Assert.Equal(longAgo ? 1 : 0, (await ClaimAsync(ledger, RecoveryLane.Requested)).Count);
    }

    [Fact]
    public async Task Making_due_changes_nothing_for_an_attempt_that_is_not_waiting_or_already_due_and_urgent()
    {
        var ledger = await OpenLedgerAsync();
        var settled = await OpenAsync(ledger);
        var due = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddMinutes(-5), lane: RecoveryLane.MoneyBack);
        var before = await AllAsync(ledger, settled, due);

        foreach (var orderId in new[] { settled.Attempt.OrderId, due.Attempt.OrderId, OrderId.New() })
            await ledger.MakeDueAsync(_merchant, orderId, TimeSpan.Zero, Ct);

        Assert.Equal(before, await AllAsync(ledger, settled, due));
    }

    [Fact]
    public async Task Making_an_attempt_due_leaves_its_holder_the_right_to_commit()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger, due: (await ledger.GetTimeAsync(Ct)).AddHours(1));

        await ledger.MakeDueAsync(_merchant, entry.Attempt.OrderId, TimeSpan.Zero, Ct);

        await CommittedAsync(ledger, Moving(entry, AttemptState.Approved));
    }
}
