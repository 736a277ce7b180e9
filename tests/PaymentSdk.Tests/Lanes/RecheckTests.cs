using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The effect of notifications on the schedule of a row: they cause few queries, and none of them is lost.</summary>
public sealed class RecheckTests
{
    private const string Order = "order-1";
    private const string Deposit = "DONE-1a2b3c4d";
    private static readonly OrderId OrderId = OrderId.Parse(Order);

    private readonly LaneShop _shop = new();
    private readonly RecheckRequests _rechecks;
    private readonly CheckoutContext _context;

    public RecheckTests()
    {
        _context = _shop.NewContext();
        _rechecks = new RecheckRequests(new PurchaseCommits(_context), new RecheckBudget(_context.Budget, _shop.Runtime));
    }

    private LaneLedger Ledger => _shop.Ledger;

    [Fact]
    public async Task An_account_with_a_deposit_notification_is_due_now_in_the_lane_of_requests()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.FromHours(1));

        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));

        AssertDue(TimeSpan.Zero, RecoveryLane.Requested);
    }

    [Fact]
    public async Task A_paid_order_that_is_not_due_at_all_is_queried_when_a_cancel_is_notified()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.Zero, AttemptState.Approved, change: attempt => attempt with { DueAt = null });

        Assert.True(await _rechecks.RequestAsync(OrderId, "CANCELED-1a2b3c4d"));

        AssertDue(TimeSpan.Zero, RecoveryLane.Requested);
    }

    [Fact]
    public async Task An_overdue_account_behind_thousands_of_others_leaves_their_lane()
    {
        Ledger.Add(Order, RecoveryLane.Routine, -TimeSpan.FromHours(1));

        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));

        AssertDue(TimeSpan.Zero, RecoveryLane.Requested);
    }

    [Theory]
    [InlineData(RecoveryLane.Deadline)]
    [InlineData(RecoveryLane.MoneyBack)]
    public async Task A_more_urgent_row_stays_in_its_lane(RecoveryLane lane)
    {
        Ledger.Add(Order, lane, TimeSpan.FromMinutes(5), AttemptState.Unknown);

        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));

        AssertDue(TimeSpan.Zero, lane);
    }

    [Fact]
    public async Task A_notification_that_a_planned_query_answers_causes_no_other_query()
    {
        Ledger.Add(Order, RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown);

        Assert.False(await _rechecks.RequestAsync(OrderId, Deposit));
        Assert.False(await _rechecks.RequestAsync(OrderId, RecheckRequests.UnverifiedClaim));
    }

    [Fact]
    public async Task A_notification_that_comes_while_a_query_runs_causes_another_one()
    {
        Ledger.Add(Order, RecoveryLane.Requested, TimeSpan.Zero);
        var held = (await Ledger.Port.ClaimDueAsync("", RecoveryLane.Requested, 1, LeasedAttempt.Lease, default))[0];

        // The request comes at the same instant as the claim, by the ledger's clock.
        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));

        var planned = held.Attempt with { DueAt = held.Now.AddHours(1), Lane = RecoveryLane.Routine, LeaseUntil = null };
        var kept = Schedule.KeepNotification(planned, Ledger.Get(Order), held.Now);
        Assert.Equal((held.Now.AddSeconds(5), RecoveryLane.Requested), (kept.DueAt!.Value, kept.Lane));
    }

    [Fact]
    public async Task A_notification_from_before_the_query_causes_one_more_query_when_no_answer_can_be_that_old()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.FromHours(1));
        await _rechecks.RequestAsync(OrderId, Deposit);
        var held = (await Ledger.Port.ClaimDueAsync("", RecoveryLane.Requested, 1, LeasedAttempt.Lease, default))[0];

        var planned = held.Attempt with { DueAt = held.Now.AddHours(1), Lane = RecoveryLane.Routine, LeaseUntil = null };

        var notified = Ledger.Get(Order).NotifiedAt!.Value;
        Assert.Equal(planned with { DueAt = notified.AddMinutes(1), Lane = RecoveryLane.Requested }, Schedule.KeepNotification(planned, Ledger.Get(Order), held.Now));
        Assert.Equal(planned, Schedule.KeepNotification(planned, Ledger.Get(Order), notified.AddMinutes(1)));
    }

    [Fact]
    public async Task The_same_verified_notification_within_a_minute_causes_no_query_and_another_one_does()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.FromHours(1));
        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));
        Queried();
        _shop.Runtime.Run(TimeSpan.FromSeconds(10));

        Assert.False(await _rechecks.RequestAsync(OrderId, Deposit));
        Assert.True(await _rechecks.RequestAsync(OrderId, "CANCELED-1a2b3c4d"));
    }

    [Fact]
    public async Task Unverified_notifications_cause_one_query_a_minute_and_the_last_of_them_is_not_lost()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.FromHours(1));
        var queries = 0;

        for (var second = 0; second < 600; second++)
        {
            await _rechecks.RequestAsync(OrderId, RecheckRequests.UnverifiedClaim);
            if (Ledger.Due(RecoveryLane.Requested) > 0)
            {
                queries++;
                Queried();
            }

            _shop.Runtime.Run(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, queries);
        AssertDue(TimeSpan.Zero, RecoveryLane.Requested, within: TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_ledger_clock_that_was_set_back_delays_nothing()
    {
        Ledger.Add(Order, RecoveryLane.Routine, TimeSpan.FromHours(1));
        await _rechecks.RequestAsync(OrderId, Deposit);
        Queried();
        Ledger.ClockShift = -TimeSpan.FromHours(1);

        Assert.True(await _rechecks.RequestAsync(OrderId, Deposit));

        AssertDue(TimeSpan.Zero, RecoveryLane.Requested, within: TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_thousand_notified_orders_cause_no_more_than_thirty_queries_in_any_minute(int processes)
    {
        _context.Budget.ShareAmong(processes);
        for (var number = 0; number < 1_000; number++)
        {
            Ledger.Add($"order-{number:000}", RecoveryLane.Routine, TimeSpan.FromHours(10));
            await _rechecks.RequestAsync(OrderId.Parse($"order-{number:000}"), Deposit);
        }

        var due = Enumerable.Range(0, 1_000).Select(number => Ledger.Get($"order-{number:000}").DueAt!.Value).Order().ToList();
        var share = 30 / processes;
        Assert.Equal(share, due.Count(time => time == Ledger.Now));
        Assert.All(due.Zip(due.Skip(share)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(1)));
        Assert.Equal(Ledger.Now.AddMinutes((1_000 - 1) / share), due[^1]);
    }

    [Fact]
    public void Forgeries_for_one_order_store_one_message_until_it_is_handled_whatever_the_host_clock_shows()
    {
        var recent = new RecentNotifications(_shop.Runtime);
        Assert.True(recent.TryBegin(OrderId, null));
        Assert.False(recent.TryBegin(OrderId, null));

        _shop.Runtime.SetWallClock(-TimeSpan.FromHours(1));
        _shop.Runtime.Run(TimeSpan.FromSeconds(59));
        Assert.False(recent.TryBegin(OrderId, null));
        _shop.Runtime.Run(TimeSpan.FromSeconds(1));
        Assert.True(recent.TryBegin(OrderId, null));
        _shop.Runtime.SetWallClock(TimeSpan.FromHours(2));
        Assert.False(recent.TryBegin(OrderId, null));

        // The stored notification has been handled, and its query may have begun, so this webhook may report a later change.
        Assert.True(recent.TryBegin(OrderId, Ledger.Now));
        Assert.False(recent.TryBegin(OrderId, Ledger.Now));
        // This webhook read the row before the stored notification was handled.
        Assert.False(recent.TryBegin(OrderId, null));
    }

    private void Queried() => Ledger.Release(Ledger.Get(Order), Ledger.Now.AddHours(1));

    private void AssertDue(TimeSpan after, RecoveryLane lane, TimeSpan within = default)
    {
        var row = Ledger.Get(Order);
        Assert.InRange(row.DueAt!.Value, Ledger.Now + after, Ledger.Now + after + within);
        Assert.Equal(lane, row.Lane);
    }
}
