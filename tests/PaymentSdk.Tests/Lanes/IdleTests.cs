using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Tests.Lanes;

/// <summary>A shop without work polls less and less often, and polls immediately when this process writes a row.</summary>
public sealed class IdleTests
{
    private readonly LaneShop _shop = new() { IdleInterval = TimeSpan.FromSeconds(10) };

    [Fact]
    public void An_idle_worker_polls_every_ten_seconds_and_a_busy_one_every_second()
    {
        _shop.Start();
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));
        var before = Polls();
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));
        var idle = Polls() - before;
        for (var number = 0; number < 600; number++)
            _shop.Ledger.Add($"account-{number:000}", RecoveryLane.Routine, TimeSpan.FromSeconds(number));
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));
        before = Polls();
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));

        Assert.InRange(idle, 5, 7);
        Assert.InRange(Polls() - before, 50, 120);
    }

    [Fact]
    public void A_row_that_another_process_makes_due_is_claimed_within_ten_seconds()
    {
        _shop.Start();
        _shop.Runtime.Run(TimeSpan.FromMinutes(5));
        var before = _shop.Runtime.Elapsed;

        _shop.Ledger.Add("lost-one", RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown, firstSent: -TimeSpan.FromSeconds(2));
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));

        Assert.InRange(_shop.FirstRequest("lost-one")!.Value - before, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_row_that_this_process_writes_is_claimed_at_once()
    {
        var context = _shop.Start(out _);
        _shop.Runtime.Run(TimeSpan.FromMinutes(5));
        var before = _shop.Runtime.Elapsed;

        _shop.Runtime.At(TimeSpan.FromSeconds(3), () =>
        {
            _shop.Ledger.Add("lost-one", RecoveryLane.Deadline, TimeSpan.Zero, AttemptState.Unknown, firstSent: -TimeSpan.FromSeconds(2));
            context.Work.Raise();
        });
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));

        Assert.InRange(_shop.FirstRequest("lost-one")!.Value - before, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4.1));
    }

    [Fact]
    public void Nothing_that_is_written_while_a_worker_polls_is_missed()
    {
        var signal = new WorkSignal(_shop.Runtime);
        var written = signal.Next;
        signal.Raise();
        Assert.True(written.IsCompleted);
        Assert.False(signal.Next.IsCompleted);
    }

    private int Polls() => _shop.Ledger.Mock.Invocations.Count(call =>
        call.Method.Name == nameof(IOrderLedger.ClaimDueAsync) && call.Arguments[1] is RecoveryLane.Routine);
}
