using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>Determines when recovery queries a row next, and in which lane (docs/spec/money.md §5). Has no side effects.</summary>
internal static class Schedule
{
    private static readonly TimeSpan[] Rechecks = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(24)];

    /// <summary>How long after the first send a confirm may be sent again. The gateway accepts it for 10 minutes (docs/spec/money.md §5).</summary>
    public static readonly TimeSpan ResendWithin = TimeSpan.FromMinutes(9);

    /// <summary>
    /// How long an idempotency key is used. The gateway keeps it for 15 days; after 14 days nothing is sent under it (docs/spec/money.md §3).
    /// </summary>
    public static readonly TimeSpan KeyLives = TimeSpan.FromDays(14);

    /// <summary>
    /// How long after the last possible send a call can still be in flight. The gateway ends its work within 65 s of the request.
    /// </summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan LastResend = TimeSpan.FromMinutes(8);

    /// <summary>How long an outcome may stay open before an operator is needed.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>The pause between queries of a row that needs an operator.</summary>
    public static readonly TimeSpan Attention = TimeSpan.FromDays(1);

    /// <summary>The pause between queries of a pending refund.</summary>
    public static readonly TimeSpan PendingRefund = TimeSpan.FromHours(1);

    /// <summary>The pause before an unanswered recheck is repeated.</summary>
    public static readonly TimeSpan UnansweredRecheck = TimeSpan.FromHours(1);

    /// <summary>The longest lifetime of a virtual account: 2160 hours (docs/spec/payment-api.md §2.1).</summary>
    private static readonly TimeSpan LongestAccount = TimeSpan.FromHours(2160);

    private static readonly TimeSpan DepositGrace = TimeSpan.FromHours(24);

    /// <summary>
    /// Returns the lane of a row that is about to be written, by its state at the time when it is due. A confirm can be sent again for only a
    /// few minutes; a charge is never sent again.
    /// </summary>
    public static RecoveryLane Lane(Attempt attempt, DateTimeOffset now)
    {
        var due = attempt.DueAt is { } planned && planned > now ? planned : now;
        if (MayStillResend(attempt, due))
            return RecoveryLane.Deadline;
        if (ReturnsMoney(attempt))
            return RecoveryLane.MoneyBack;
        // A buyer waits for the answer to a send. If its process ends, the query that follows must not wait behind routine queries.
        return AttemptStates.IsChecking(attempt.State) && attempt.LastSendAt > now ? RecoveryLane.Requested : RecoveryLane.Routine;
    }

    /// <summary>Returns whether a confirm of this row may be sent again at the given time.</summary>
    public static bool MayStillResend(Attempt attempt, DateTimeOffset at) =>
        attempt is { State: AttemptState.Confirming or AttemptState.Unknown, Kind: AttemptKind.Window or AttemptKind.BrandPay, ReversalRequestedAt: null }
        && attempt.FirstSentAt is { } first && at < first + ResendWithin;

    /// <summary>Returns the time from which a virtual account can no longer be paid: a day after its due date.</summary>
    public static DateTimeOffset DepositOver(DateTimeOffset? dueDate, DateTimeOffset openedAt) => (dueDate ?? openedAt + LongestAccount) + DepositGrace;

    /// <summary>Returns the time until which a closed attempt is rechecked.</summary>
    public static DateTimeOffset WatchedUntil(DateTimeOffset since) => since + Rechecks[^1];

    /// <summary>
    /// Returns the time at which an attempt with an unknown outcome is queried next. Frequent requests from a page lengthen the back-off quickly, so
    /// one query is always planned while the confirm may still be sent again.
    /// </summary>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan backoff, DateTimeOffset firstSentAt)
    {
        var (next, last) = (now + backoff, firstSentAt + LastResend);
        return now < last && last < next ? last : next;
    }

    /// <summary>Returns the time at which a closed attempt that was sent is rechecked for the first time.</summary>
    public static DateTimeOffset? FirstRecheck(DateTimeOffset closedAt) => closedAt + Rechecks[0];

    /// <summary>
    /// Returns the time at which a closed attempt that was sent is rechecked next; null after the last recheck. The time decides, not a count, so
    /// queries caused by webhooks, pages and reconciliation do not replace a recheck.
    /// </summary>
    public static DateTimeOffset? Recheck(DateTimeOffset closedAt, DateTimeOffset now) =>
        Rechecks.Select(recheck => (DateTimeOffset?)(closedAt + recheck)).FirstOrDefault(due => due > now);

    /// <summary>
    /// Returns the time at which a closed attempt is rechecked next, counted from its closing or from a later reversal request; null after the last
    /// recheck. An attempt that was found to be paid and waits for another payment is queried until it is decided.
    /// </summary>
    /// <param name="attempt">The attempt as it was before this query.</param>
    /// <param name="now">The current database time.</param>
    /// <param name="whileItWaits">The pause for an attempt that waits for another payment.</param>
    public static DateTimeOffset? NextRecheck(Attempt attempt, DateTimeOffset now, TimeSpan whileItWaits)
    {
        if (attempt.LateApprovalAt is not null)
            return now + whileItWaits;
        var since = attempt.ReversalRequestedAt > attempt.ChangedAt ? attempt.ReversalRequestedAt.Value : attempt.ChangedAt;
        return Recheck(since, now);
    }

    /// <summary>Returns the time at which a virtual account is queried next; null when it can no longer be paid.</summary>
    /// <param name="now">The current database time.</param>
    /// <param name="dueDate">The end of the deposit period; null when the gateway gave none.</param>
    /// <param name="openedAt">When the attempt was opened.</param>
    /// <param name="shortest">The shortest pause that the request budget allows (<see cref="Budget.RecoveryPace.Shortest"/>).</param>
    public static DateTimeOffset? Deposit(DateTimeOffset now, DateTimeOffset? dueDate, DateTimeOffset openedAt, TimeSpan shortest = default)
    {
        var end = DepositOver(dueDate, openedAt);
        var close = end - DepositGrace - TimeSpan.FromHours(1);
        if (now >= end)
            return null;
        var planned = now >= close ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(1);
        var next = now + (planned > shortest ? planned : shortest);
        // Whatever the pause, one query is planned shortly before the due date, and one at the end.
        var stop = now < close ? close : end;
        return next < stop ? next : stop;
    }

    /// <summary>
    /// Changes the plan at the end of a query if a notification arrived during the query or shortly before it. A notification that arrived during the
    /// query may report something that happened after the gateway's answer, so the row stays due for the query that the notification planned. A
    /// notification that arrived shortly before the query may report something that a lagging replica did not show yet, so the row is queried again
    /// when the longest time for which a replica can lag has passed.
    /// </summary>
    /// <param name="next">The attempt as the query leaves it.</param>
    /// <param name="current">The row as it is now.</param>
    /// <param name="begun">When the query began, in database time.</param>
    public static Attempt KeepNotification(Attempt next, Attempt current, DateTimeOffset begun)
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

    // An attempt that needs an operator keeps its request, and its daily query sends the cancel again. A closed attempt is only rechecked.
    private static bool ReturnsMoney(Attempt attempt) =>
        attempt.OpenRefund is not null || (AttemptStates.GoesBack(attempt) && !AttemptStates.IsClosed(attempt.State));
}

/// <summary>The lanes of recovery, the most urgent first.</summary>
internal static class RecoveryLanes
{
    public const int Count = 4;

    public static IReadOnlyList<RecoveryLane> All { get; } =
        [RecoveryLane.Deadline, RecoveryLane.MoneyBack, RecoveryLane.Requested, RecoveryLane.Routine];

    /// <summary>Returns the zero-based index of a lane.</summary>
    public static int Index(RecoveryLane lane) => (int)lane - (int)RecoveryLane.Deadline;

    /// <summary>Returns the more urgent of two lanes.</summary>
    public static RecoveryLane MoreUrgent(RecoveryLane one, RecoveryLane other) => one < other ? one : other;

    /// <summary>Returns the commit with its attempt in the given lane instead of the lane of its schedule.</summary>
    public static LedgerCommit InLane(this LedgerCommit commit, RecoveryLane lane) => commit with
    {
        Moves = [commit.Moves[0] with { Attempt = commit.Moves[0].Attempt with { Lane = lane } }, .. commit.Moves.Skip(1)],
    };
}
