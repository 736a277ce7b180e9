using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Claims due rows lane by lane, the most urgent first, and recovers each separately. The ledger rows are the queue, and several
/// processes share the work by conditional updates. At shutdown the worker stops claiming and finishes running work; rows that it cannot
/// finish in time are recovered after their lease has expired.
/// </summary>
/// <param name="context">The context of the checkout.</param>
/// <param name="commits">The loop that commits changes of a row.</param>
/// <param name="recover">Recovers one row under its lease.</param>
internal sealed class RecoveryWorker(CheckoutContext context, PurchaseCommits commits, Func<LeasedAttempt, Task> recover) : Worker(context.Runtime)
{
    private readonly RecoverySlots _slots = new();
    private readonly RecoveryHeartbeat _heartbeat = new(context);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        // The host no longer waits, and the loop may still be claiming rows.
        if (cancellationToken.IsCancellationRequested)
            return;
        await Task.WhenAll(_slots.Running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var written = context.Work.Next;
        await _heartbeat.BeatAsync(stoppingToken).ConfigureAwait(false);
        _slots.Sweep();
        var mayBeMore = false;
        foreach (var lane in RecoveryLanes.All)
            mayBeMore |= await ClaimAsync(lane, stoppingToken).ConfigureAwait(false);
        if (!mayBeMore)
            await WaitAsync(written, stoppingToken).ConfigureAwait(false);
    }

    protected override void Failed(Exception failure, TimeSpan retryAfter) => Log.RecoveryFailed(context.Logger, failure, retryAfter);

    /// <summary>
    /// Claims as many due rows of a lane as its slots and its budget allow. Returns true when it claimed that many, so that further rows may be due;
    /// false when fewer rows were due, or when the slots or the budget allowed none.
    /// </summary>
    private async Task<bool> ClaimAsync(RecoveryLane lane, CancellationToken stoppingToken)
    {
        var room = Math.Min(_slots.Free(lane), context.Budget.Available(lane));
        if (room == 0)
            return false;
        var leaseStart = context.Time.GetTimestamp();
        var rows = await context.Ledger.ClaimDueAsync(context.Merchant, lane, room, LeasedAttempt.Lease, stoppingToken).ConfigureAwait(false);
        foreach (var entry in rows)
        {
            if (lane == RecoveryLane.Deadline && !Schedule.MayStillResend(entry.Attempt, entry.Now))
                _slots.Add(lane, Runtime.Start(() => MoveAsync(entry)));
            else
                Start(lane, new LeasedAttempt(entry, leaseStart));
        }

        return rows.Count == room;
    }

    private void Start(RecoveryLane lane, LeasedAttempt held)
    {
        context.Budget.Begin(held.Attempt.OrderId, lane);
        _slots.Add(lane, Runtime.Start(() => RecoverAsync(held)));
    }

    private async Task RecoverAsync(LeasedAttempt held)
    {
        try
        {
            await recover(held).ConfigureAwait(false);
        }
        // A row that cannot be recovered must not stop the recovery of the others.
        catch (Exception failure)
        {
            Log.RowFailed(context.Logger, failure, held.Attempt.OrderId);
        }
        finally
        {
            context.Budget.End(held.Attempt.OrderId);
        }
    }

    /// <summary>
    /// Moves a confirm whose deadline has passed, for example while no process was running, to the lane of buyers' requests. Many such rows would
    /// delay new ones in the deadline lane. If the commit fails, the row stays in its lane and is claimed again when its lease has expired.
    /// </summary>
    private async Task MoveAsync(AttemptSnapshot entry)
    {
        await commits.RunAsync(entry.Attempt.OrderId, entry, 0, read =>
        {
            if (read is null || read.Attempt.FencingToken != entry.Attempt.FencingToken)
                return ValueTask.FromResult<LedgerCommit?>(null);
            var later = read.Attempt with { DueAt = read.Now, LeaseUntil = null };
            return ValueTask.FromResult<LedgerCommit?>(AttemptMoves.Commit(read, later, new MoveReason("query", MoveReason.Recovery)).InLane(RecoveryLane.Requested));
        }).ConfigureAwait(false);
    }

    private Task WaitAsync(Task written, CancellationToken stoppingToken)
    {
        var recovery = context.Settings.Current.Recovery;
        // A lane that has no requests left was not checked for due rows, so it does not count as idle.
        var foundNothing = !_slots.Running.Any() && RecoveryLanes.All.All(lane => context.Budget.Available(lane) > 0);
        var pause = RestAsync(written, foundNothing, AtMost(recovery.PollInterval), AtMost(recovery.IdleInterval), stoppingToken);
        return _slots.IsAnyFull ? Task.WhenAny([pause, .. _slots.Running]) : pause;

        static TimeSpan AtMost(TimeSpan pause) => pause < RecoveryHeartbeat.Every ? pause : RecoveryHeartbeat.Every;
    }
}

/// <summary>
/// Limits how many rows are recovered at once. An answer of the gateway may take more than a minute, so each lane has its own slots, and
/// slow answers in one lane never block another. Further slots are shared, the most urgent lane first.
/// </summary>
internal sealed class RecoverySlots
{
    private const int Shared = 3;
    private static readonly int[] Own = [6, 3, 2, 2];

    private readonly List<(RecoveryLane Lane, Task Work)> _running = [];

    /// <summary>The running work.</summary>
    public IEnumerable<Task> Running => _running.Select(row => row.Work);

    /// <summary>Whether at least one lane has no free slot.</summary>
    public bool IsAnyFull => RecoveryLanes.All.Any(lane => Free(lane) == 0);

    /// <summary>Removes work that has ended.</summary>
    public void Sweep() => _running.RemoveAll(row => row.Work.IsCompleted);

    /// <summary>Returns the number of rows that a lane can begin now.</summary>
    public int Free(RecoveryLane lane)
    {
        var shared = Shared - RecoveryLanes.All.Sum(other => Math.Max(0, Count(other) - OwnOf(other)));
        return Math.Max(0, OwnOf(lane) - Count(lane)) + shared;
    }

    public void Add(RecoveryLane lane, Task work) => _running.Add((lane, work));

    private int Count(RecoveryLane lane) => _running.Count(row => row.Lane == lane);

    private static int OwnOf(RecoveryLane lane) => Own[RecoveryLanes.Index(lane)];
}
