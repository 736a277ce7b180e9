using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>
/// Notifications ask for a query and change nothing else: whatever a webhook says is unverified until the gateway is queried.
/// Notifications that a query to come will answer cause none of their own; one that comes while a query runs causes another.
/// </summary>
internal sealed class RecheckRequests(PurchaseCommits commits, RecheckBudget budget)
{
    /// <summary>What is stored for a notification that nothing verifies: all of them are worth the same.</summary>
    public const string UnverifiedClaim = "unverified";

    private static readonly TimeSpan VerifiedEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UnverifiedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes the attempt due. The ledger's failures are the caller's: the webhook is kept and tried again.</summary>
    /// <param name="orderId">The attempt.</param>
    /// <param name="claim">What is claimed, one word; <see cref="UnverifiedClaim"/> when nothing verifies it.</param>
    /// <returns>Whether this notification makes recovery query the payment.</returns>
    public async Task<bool> RequestAsync(OrderId orderId, string claim)
    {
        TimeSpan? wait = null;
        var result = await commits.RunAsync(orderId, null, 0, entry =>
        {
            if (entry is not { Attempt: { PaymentKey: not null } attempt } || IsAnswered(attempt, claim, entry.Now) || IsAwaited(attempt, Earliest(attempt, claim, entry.Now), entry.Now))
                return ValueTask.FromResult<LedgerCommit?>(null);
            // One turn for one notification, however often its commit is overtaken.
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
    /// Whether a query that begins later than now, soon, and ahead of routine is already planned: it answers every notification
    /// that has come before it begins.
    /// </summary>
    public static bool IsAwaited(Attempt attempt, DateTimeOffset now) => IsAwaited(attempt, now + UnverifiedEvery, now);

    /// <summary>
    /// What a notification leaves of the plan that the end of a query makes. One that came while the query ran may tell of something
    /// later: the row is asked again. One that came shortly before may tell of something that a lagging replica did not show yet: it
    /// is asked once more when no answer can be that old.
    /// </summary>
    /// <param name="next">The attempt as it is to be after the query.</param>
    /// <param name="current">The row as it is now.</param>
    /// <param name="begun">When the query began; database time.</param>
    public static Attempt Keep(Attempt next, Attempt current, DateTimeOffset begun)
    {
        if (current.NotifiedAt is not { } notified || begun >= notified + MonotoneObservations.Agreement)
            return next;
        var due = notified > begun ? current.DueAt ?? notified : notified + MonotoneObservations.Agreement;
        return next with
        {
            DueAt = next.DueAt is { } planned && planned < due ? planned : due,
            Lane = RecoveryLanes.MoreUrgent(next.Lane, RecoveryLane.Requested),
        };
    }

    private static Attempt Request(AttemptSnapshot entry, string claim, TimeSpan wait)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var due = Earliest(attempt, claim, now);
        due = due > now + wait ? due : now + wait;
        // The worker that holds the row may have died: it is due at the end of its lease at the latest.
        if (IsHeld(attempt, now) && attempt.LeaseUntil < due)
            due = attempt.LeaseUntil.Value;
        // An overdue routine row may have thousands before it; a query that runs is no plan any more.
        var isPlan = attempt.DueAt is { } plan && plan < due && !IsHeld(attempt, now) && (plan > now || attempt.Lane < RecoveryLane.Routine);
        return attempt with
        {
            Notification = claim,
            NotifiedAt = IsHeld(attempt, now) ? AfterItsBegin(attempt, now) : now,
            DueAt = isPlan ? attempt.DueAt : due,
            Lane = RecoveryLanes.MoreUrgent(attempt.Lane, RecoveryLane.Requested),
        };
    }

    /// <summary>When the next query may be made. A clock of the database that was set back must not put it off.</summary>
    private static DateTimeOffset Earliest(Attempt attempt, string claim, DateTimeOffset now)
    {
        var every = claim == UnverifiedClaim ? UnverifiedEvery : VerifiedEvery;
        var last = IsHeld(attempt, now) || attempt.LastQueriedAt > now ? now : attempt.LastQueriedAt;
        return last + every is { } earliest && earliest > now ? earliest : now;
    }

    /// <summary>The gateway says the same again: a query has answered it, or is about to.</summary>
    private static bool IsAnswered(Attempt attempt, string claim, DateTimeOffset now) =>
        claim != UnverifiedClaim && attempt.Notification == claim && attempt.NotifiedAt is { } first && first <= now && now < first + UnverifiedEvery;

    private static bool IsAwaited(Attempt attempt, DateTimeOffset by, DateTimeOffset now) =>
        attempt.DueAt <= by && attempt.Lane < RecoveryLane.Routine && (!IsHeld(attempt, now) || attempt.NotifiedAt > Begin(attempt));

    /// <summary>A notification that comes within the moment in which the query began counts as later than it.</summary>
    private static DateTimeOffset AfterItsBegin(Attempt attempt, DateTimeOffset now)
    {
        var after = Begin(attempt) + TimeSpan.FromMilliseconds(1);
        return now > after ? now : after;
    }

    /// <summary>When the query that runs began, at the earliest. A notification since then has planned another one.</summary>
    private static DateTimeOffset Begin(Attempt attempt) => attempt.LeaseUntil!.Value - LeasedAttempt.Lease;

    private static bool IsHeld(Attempt attempt, DateTimeOffset now) => attempt.LeaseUntil > now;
}
