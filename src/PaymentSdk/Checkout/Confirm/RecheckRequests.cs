using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// Turns notifications into queries. A notification, verified or not, only makes its attempt due: the query decides. It causes no query of its own
/// when a planned query covers it; a notification that arrives while a query is running causes another query.
/// </summary>
internal sealed class RecheckRequests(PurchaseCommits commits, RecheckBudget budget)
{
    /// <summary>The value stored for every notification that nothing verifies.</summary>
    public const string UnverifiedClaim = "unverified";

    private static readonly TimeSpan VerifiedEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UnverifiedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes the attempt due. Throws when the ledger fails; the caller then keeps the webhook and tries again.</summary>
    /// <param name="orderId">The order id of the attempt.</param>
    /// <param name="claim">The claim of the notification, one word; <see cref="UnverifiedClaim"/> when nothing verifies it.</param>
    /// <returns>Whether this notification makes recovery query the payment.</returns>
    public async Task<bool> RequestAsync(OrderId orderId, string claim)
    {
        TimeSpan? wait = null;
        var result = await commits.RunAsync(orderId, null, 0, entry =>
        {
            if (entry is not { Attempt: { PaymentKey: not null } attempt } || IsAnswered(attempt, claim, entry.Now) || IsAwaited(attempt, Earliest(attempt, claim, entry.Now), entry.Now))
                return ValueTask.FromResult<LedgerCommit?>(null);
            // One notification takes one turn, even if its commit is repeated.
            wait ??= budget.Wait();
            var notified = Request(entry, claim, wait.Value);
            return ValueTask.FromResult<LedgerCommit?>(AttemptMoves.Commit(entry, notified, new MoveReason("notification", MoveReason.Webhook)).InLane(notified.Lane));
        }).ConfigureAwait(false);
        return result.End switch
        {
            CommitEnd.Written => true,
            CommitEnd.Decided => false,
            _ => throw result.Failure ?? new LedgerException("The ledger refused a notification; nothing was written.") { NothingWritten = true },
        };
    }

    /// <summary>
    /// Returns whether a query that is more urgent than routine is already planned within the next minute and has not begun. Such a query covers
    /// every notification that arrives before it begins.
    /// </summary>
    public static bool IsAwaited(Attempt attempt, DateTimeOffset now) => IsAwaited(attempt, now + UnverifiedEvery, now);

    private static Attempt Request(AttemptSnapshot entry, string claim, TimeSpan wait)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var due = Earliest(attempt, claim, now);
        due = due > now + wait ? due : now + wait;
        // The process of the worker that holds the row may have ended, so the row is due at the end of its lease at the latest.
        if (IsHeld(attempt, now) && attempt.LeaseUntil < due)
            due = attempt.LeaseUntil.Value;
        // Neither an overdue routine row nor a held row counts as planned: the first may have thousands of rows ahead of it, and the due time of the
        // second is only the end of its lease.
        var isPlan = attempt.DueAt is { } plan && plan < due && !IsHeld(attempt, now) && (plan > now || attempt.Lane < RecoveryLane.Routine);
        return attempt with
        {
            Notification = claim,
            NotifiedAt = IsHeld(attempt, now) ? AfterItsBegin(attempt, now) : now,
            DueAt = isPlan ? attempt.DueAt : due,
            Lane = RecoveryLanes.MoreUrgent(attempt.Lane, RecoveryLane.Requested),
        };
    }

    /// <summary>Returns the earliest time of the next query. A database clock that was set back does not delay it.</summary>
    private static DateTimeOffset Earliest(Attempt attempt, string claim, DateTimeOffset now)
    {
        var every = claim == UnverifiedClaim ? UnverifiedEvery : VerifiedEvery;
        var last = IsHeld(attempt, now) || attempt.LastQueriedAt > now ? now : attempt.LastQueriedAt;
        return last + every is { } earliest && earliest > now ? earliest : now;
    }

    /// <summary>Whether the notification repeats an earlier claim that a query has covered or is about to cover.</summary>
    private static bool IsAnswered(Attempt attempt, string claim, DateTimeOffset now) =>
        claim != UnverifiedClaim && attempt.Notification == claim && attempt.NotifiedAt is { } first && first <= now && now < first + UnverifiedEvery;

    private static bool IsAwaited(Attempt attempt, DateTimeOffset by, DateTimeOffset now) =>
        attempt.DueAt <= by && attempt.Lane < RecoveryLane.Routine && (!IsHeld(attempt, now) || attempt.NotifiedAt > Begin(attempt));

    /// <summary>
    /// Returns the time to record for a notification that arrives while a query is running: now, or 1 millisecond after the start of the query if
    /// that is later. A notification at the moment of the start therefore counts as later than the query.
    /// </summary>
    private static DateTimeOffset AfterItsBegin(Attempt attempt, DateTimeOffset now)
    {
        var after = Begin(attempt) + TimeSpan.FromMilliseconds(1);
        return now > after ? now : after;
    }

    /// <summary>
    /// Returns the earliest time at which the running query can have started. A notification that arrived after that time has planned another query.
    /// </summary>
    private static DateTimeOffset Begin(Attempt attempt) => attempt.LeaseUntil!.Value - LeasedAttempt.Lease;

    private static bool IsHeld(Attempt attempt, DateTimeOffset now) => attempt.LeaseUntil > now;
}

/// <summary>Limits the queries that webhooks cause to 30 % of recovery's requests. Further queries wait.</summary>
internal sealed class RecheckBudget(RequestBudget budget, TimeProvider time)
{
    private const double Share = 0.3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _turns = new();

    /// <summary>
    /// Returns how long a query that a webhook requests now must wait, so that no minute has more of these queries than their share.
    /// </summary>
    public TimeSpan Wait()
    {
        if (budget.PerMinute is not { } perMinute)
            return TimeSpan.Zero;
        var share = Math.Max(1, (int)(perMinute * Share));
        var minute = (long)(Minute.TotalSeconds * time.TimestampFrequency);
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var turn = now;
            // If the queue already contains a full share, this query waits until a minute after the oldest query in it.
            while (_turns.Count >= share)
                turn = Math.Max(turn, _turns.Dequeue() + minute);
            _turns.Enqueue(turn);
            return time.GetElapsedTime(now, turn);
        }
    }
}
