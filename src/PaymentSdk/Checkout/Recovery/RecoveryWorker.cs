using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.Commit;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Claims due rows lane by lane, the most urgent first, and has them recovered, each on its own. The ledger row is the queue:
/// several processes share the work by conditional update. At shutdown it stops claiming and finishes what runs; what it cannot
/// finish in time is found when its lease is over.
/// </summary>
/// <param name="context">The checkout.</param>
/// <param name="commits">How a row is written.</param>
/// <param name="recover">Recovers one row under its lease.</param>
internal sealed class RecoveryWorker(CheckoutContext context, PurchaseCommits commits, Func<LeasedAttempt, Task> recover) : Worker(context.Runtime)
{
    private readonly RecoverySlots _slots = new();
    private readonly RecoveryHeartbeat _heartbeat = new(context);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        // A host that waits no longer: the loop may still be claiming.
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

    /// <summary>Claims as many rows of a lane as there is room for. False when there was no room or nothing more was due.</summary>
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
        // One row that cannot be recovered must not keep the others from it.
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
    /// A confirm whose time ran out while no process was there to query it: behind many of them a new one would wait too long,
    /// so it goes on in the lane of what buyers ask for. A commit that fails leaves it where it is, until its lease is over.
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
        // A lane without a request left has not looked.
        var foundNothing = !_slots.Running.Any() && RecoveryLanes.All.All(lane => context.Budget.Available(lane) > 0);
        var pause = RestAsync(written, foundNothing, AtMost(recovery.PollInterval), AtMost(recovery.IdleInterval), stoppingToken);
        return _slots.IsAnyFull ? Task.WhenAny([pause, .. _slots.Running]) : pause;

        static TimeSpan AtMost(TimeSpan pause) => pause < RecoveryHeartbeat.Every ? pause : RecoveryHeartbeat.Every;
    }
}

/// <summary>
/// How many rows are recovered at once. An answer of the gateway may take more than a minute: each lane keeps slots of its own,
/// so that slow answers in one never hold up another; the rest is for whichever comes first, the most urgent lane first.
/// </summary>
internal sealed class RecoverySlots
{
    private const int Shared = 3;
    private static readonly int[] Own = [6, 3, 2, 2];

    private readonly List<(RecoveryLane Lane, Task Work)> _running = [];

    /// <summary>The work that has not ended.</summary>
    public IEnumerable<Task> Running => _running.Select(row => row.Work);

    /// <summary>Whether a lane can take no more until something ends.</summary>
    public bool IsAnyFull => RecoveryLanes.All.Any(lane => Free(lane) == 0);

    /// <summary>Forgets what has ended.</summary>
    public void Sweep() => _running.RemoveAll(row => row.Work.IsCompleted);

    /// <summary>How many rows a lane may begin now.</summary>
    public int Free(RecoveryLane lane)
    {
        var shared = Shared - RecoveryLanes.All.Sum(other => Math.Max(0, Count(other) - OwnOf(other)));
        return Math.Max(0, OwnOf(lane) - Count(lane)) + shared;
    }

    public void Add(RecoveryLane lane, Task work) => _running.Add((lane, work));

    private int Count(RecoveryLane lane) => _running.Count(row => row.Lane == lane);

    private static int OwnOf(RecoveryLane lane) => Own[RecoveryLanes.Index(lane)];
}
