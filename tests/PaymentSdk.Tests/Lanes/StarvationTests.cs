using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Lanes;

/// <summary>
/// Due rows of one lane never keep another lane waiting for long, even ten thousand overdue virtual accounts.
/// </summary>
public sealed class StarvationTests
{
    private const int Overdue = 10_000;

    private readonly LaneShop _shop = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_lost_confirm_is_queried_within_30_seconds_and_resent_within_its_minutes_behind_ten_thousand_overdue_accounts(int processes)
    {
        AddOverdueAccounts();
        Start(processes);
        _shop.Runtime.Run(TimeSpan.FromMinutes(5));
        var before = _shop.Runtime.Elapsed;

        _shop.Ledger.Add("lost-one", RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown, firstSent: -TimeSpan.FromSeconds(2));
        _shop.Runtime.Run(TimeSpan.FromMinutes(2));

        var waited = _shop.FirstRequest("lost-one")!.Value - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{processes} processes: queried after {waited.TotalSeconds:0.0} s");
        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True(_shop.Ledger.Due(RecoveryLane.Routine) > Overdue / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_hundred_confirms_lost_at_once_are_all_queried_and_resent_within_their_nine_minutes(int processes)
    {
        AddOverdueAccounts();
        var sent = new Dictionary<string, TimeSpan>();
        Recover(held => held.Attempt.State == AttemptState.Unknown, async (process, held) =>
        {
            // The three requests are a query, the repeated confirm, and the query of its answer.
            for (var request = 0; request < 3; request++)
                await _shop.CallAsync(process, held, TimeSpan.FromMilliseconds(200));
            sent[held.Attempt.OrderId.Value] = _shop.Runtime.Elapsed;
            _shop.Ledger.Release(held.Attempt, null, state: AttemptState.Approved);
        });
        Start(processes);
        _shop.Runtime.Run(TimeSpan.FromMinutes(5));
        var lost = _shop.Runtime.Elapsed;

        for (var number = 0; number < 100; number++)
            _shop.Ledger.Add($"lost-{number:00}", RecoveryLane.Deadline, TimeSpan.FromSeconds(2), AttemptState.Unknown, firstSent: TimeSpan.Zero);
        _shop.Runtime.Run(TimeSpan.FromMinutes(9));

        Assert.Equal(100, sent.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{processes} processes: the last confirm was resent after {(sent.Values.Max() - lost).TotalMinutes:0.0} min");
    }

    [Fact]
    public void Confirms_whose_time_ran_out_while_no_process_was_there_do_not_keep_a_new_one_waiting()
    {
        AddOverdueAccounts();
        for (var number = 0; number < 500; number++)
            _shop.Ledger.Add($"old-{number:000}", RecoveryLane.Deadline, -TimeSpan.FromMinutes(50), AttemptState.Unknown, firstSent: -TimeSpan.FromHours(1));
        _shop.Ledger.Add("lost-one", RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown, firstSent: -TimeSpan.FromSeconds(2));

        Start(1);
        _shop.Runtime.Run(TimeSpan.FromMinutes(15));

        Assert.InRange(_shop.FirstRequest("lost-one")!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        // The old rows are queried as well, because a lane leaves its unused share to the other lanes.
        Assert.Equal(500, _shop.Requests.Count(request => request.OrderId.StartsWith("old-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_lane_keeps_a_tenth_of_the_budget_while_all_the_others_have_more_than_enough_to_do()
    {
        AddEverywhere(2_000);
        Start(1);

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        foreach (var lane in new[] { RecoveryLane.MoneyBack, RecoveryLane.Requested, RecoveryLane.Routine })
            Assert.InRange(_shop.Count(lane), 100, 130);
        Assert.InRange(_shop.Count(RecoveryLane.Deadline), 450, 600);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_lane_with_work_uses_what_the_other_lanes_do_not_use(int number)
    {
        var lane = (RecoveryLane)number;
        for (var row = 0; row < 2_000; row++)
            Add(lane, row);
        Start(1);

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(_shop.Count(lane), 750, 1_000);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(3, 100)]
    [InlineData(1, 1_000)]
    public void No_minute_has_more_requests_than_the_budget(int processes, int perMinute)
    {
        _shop.RequestsPerMinute = perMinute;
        AddEverywhere(perMinute * 10);
        Start(processes);

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(_shop.BusiestMinute(), perMinute * 7 / 10, perMinute);
    }

    [Fact]
    public void Slow_answers_in_the_lower_lanes_do_not_hold_up_a_lost_confirm()
    {
        _shop.RequestsPerMinute = null;
        AddEverywhere(100, but: RecoveryLane.Deadline);
        Recover(held => held.Attempt.State != AttemptState.Unknown, async (process, held) =>
        {
            await _shop.CallAsync(process, held, TimeSpan.FromSeconds(65));
            _shop.Ledger.Release(held.Attempt, _shop.Ledger.Now.AddHours(1));
        });
        Start(1);
        _shop.Runtime.Run(TimeSpan.FromSeconds(30));
        var before = _shop.Runtime.Elapsed;

        for (var number = 0; number < 6; number++)
            _shop.Ledger.Add($"lost-{number:00}", RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown, firstSent: TimeSpan.Zero);
        _shop.Runtime.Run(TimeSpan.FromSeconds(10));

        for (var number = 0; number < 6; number++)
            Assert.InRange(_shop.FirstRequest($"lost-{number:00}")!.Value - before, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void However_slow_the_answers_are_every_lane_has_slots(int number)
    {
        var slow = (RecoveryLane)number;
        _shop.RequestsPerMinute = null;
        Recover(_ => true, async (process, held) =>
        {
            await _shop.CallAsync(process, held, held.Attempt.Lane == slow ? TimeSpan.FromSeconds(65) : TimeSpan.FromMilliseconds(100));
            _shop.Ledger.Release(held.Attempt, _shop.Ledger.Now.AddHours(1));
        });
        for (var row = 0; row < 1_000; row++)
            Add(slow, row);
        Start(1);
        _shop.Runtime.Run(TimeSpan.FromSeconds(10));

        foreach (var lane in RecoveryLanes.All.Where(lane => lane != slow))
        {
            for (var row = 0; row < 50; row++)
                Add(lane, row);
        }

        _shop.Runtime.Run(TimeSpan.FromSeconds(20));

        foreach (var lane in RecoveryLanes.All.Where(lane => lane != slow))
            Assert.Equal(50, _shop.Count(lane));
    }

    [Fact]
    public void Without_a_budget_ten_thousand_overdue_accounts_are_queried_as_fast_as_the_answers_arrive()
    {
        _shop.RequestsPerMinute = null;
        AddOverdueAccounts();
        Start(1);

        _shop.Runtime.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(Overdue, _shop.Count(RecoveryLane.Routine));
    }

    private void AddOverdueAccounts()
    {
        for (var number = 0; number < Overdue; number++)
            _shop.Ledger.Add($"account-{number:00000}", RecoveryLane.Routine, -TimeSpan.FromHours(1));
    }

    private void AddEverywhere(int rows, RecoveryLane? but = null)
    {
        foreach (var lane in RecoveryLanes.All.Where(lane => lane != but))
        {
            for (var row = 0; row < rows; row++)
                Add(lane, row);
        }
    }

    private void Add(RecoveryLane lane, int row)
    {
        var state = lane switch
        {
            RecoveryLane.Deadline => AttemptState.Unknown,
            RecoveryLane.MoneyBack => AttemptState.Reversing,
            _ => AttemptState.AwaitingDeposit,
        };
        // The first send is in the future, so that its deadline does not pass during the test.
        _shop.Ledger.Add($"{lane}-{row:0000}", lane, -TimeSpan.FromMinutes(1), state, firstSent: TimeSpan.FromHours(1));
    }

    private void Recover(Func<LeasedAttempt, bool> which, Func<CheckoutContext, LeasedAttempt, Task> how)
    {
        var usual = _shop.Recover;
        _shop.Recover = (process, held) => which(held) ? how(process, held) : usual(process, held);
    }

    private void Start(int processes)
    {
        for (var process = 0; process < processes; process++)
            _shop.Start();
    }
}
