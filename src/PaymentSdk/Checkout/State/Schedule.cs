using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>When recovery queries a row again, and how urgent that is (docs/spec/money.md §5). Pure.</summary>
internal static class Schedule
{
    private static readonly TimeSpan[] Rechecks = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(24)];

    /// <summary>How long after the first send a confirm may be sent again: the gateway takes it for 10 minutes (docs/spec/money.md §5).</summary>
    public static readonly TimeSpan ResendWithin = TimeSpan.FromMinutes(9);

    /// <summary>An idempotency key lives 15 days at the gateway; after 14 nothing is sent under it any more (docs/spec/money.md §3).</summary>
    public static readonly TimeSpan KeyLives = TimeSpan.FromDays(14);

    /// <summary>Nothing of ours is in flight so long after the last possible send: work ends 65 s after its request or never.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan LastResend = TimeSpan.FromMinutes(8);

    /// <summary>How long the buyer's bank may take before an operator has to look.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>How often a row in attention is queried.</summary>
    public static readonly TimeSpan Attention = TimeSpan.FromDays(1);

    /// <summary>How often money that is on its way back is asked for.</summary>
    public static readonly TimeSpan PendingRefund = TimeSpan.FromHours(1);

    /// <summary>How soon a recheck that was not answered is made again.</summary>
    public static readonly TimeSpan UnansweredRecheck = TimeSpan.FromHours(1);

    /// <summary>The longest virtual account lives 2160 hours (docs/spec/payment-api.md §2.1).</summary>
    private static readonly TimeSpan LongestAccount = TimeSpan.FromHours(2160);

    private static readonly TimeSpan DepositGrace = TimeSpan.FromHours(24);

    /// <summary>
    /// The lane of a row as it is about to be written, by where it stands when it comes due. A confirm can be sent again for a few
    /// minutes only; a charge never is.
    /// </summary>
    public static RecoveryLane Lane(Attempt attempt, DateTimeOffset now)
    {
        var due = attempt.DueAt is { } planned && planned > now ? planned : now;
        if (MayStillResend(attempt, due))
            return RecoveryLane.Deadline;
        if (ReturnsMoney(attempt))
            return RecoveryLane.MoneyBack;
        // A buyer waits for the answer of a send. If its process ends, the query that follows must not wait behind everything routine.
        return AttemptStates.IsChecking(attempt.State) && attempt.LastSendAt > now ? RecoveryLane.Requested : RecoveryLane.Routine;
    }

    /// <summary>Whether a confirm of this row may be sent again at a moment.</summary>
    public static bool MayStillResend(Attempt attempt, DateTimeOffset at) =>
        attempt is { State: AttemptState.Confirming or AttemptState.Unknown, Kind: AttemptKind.Window or AttemptKind.BrandPay, ReversalRequestedAt: null }
        && attempt.FirstSentAt is { } first && at < first + ResendWithin;

    /// <summary>When a virtual account can no longer be paid: a day after its due date.</summary>
    public static DateTimeOffset DepositOver(DateTimeOffset? dueDate, DateTimeOffset openedAt) => (dueDate ?? openedAt + LongestAccount) + DepositGrace;

    /// <summary>How long a closed attempt is watched after a time.</summary>
    public static DateTimeOffset WatchedUntil(DateTimeOffset since) => since + Rechecks[^1];

    /// <summary>
    /// When an attempt whose outcome is not known is looked at again. A page that asks often climbs the ladder fast: one look
    /// always comes while the confirm may still be sent again.
    /// </summary>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan backoff, DateTimeOffset firstSentAt)
    {
        var (next, last) = (now + backoff, firstSentAt + LastResend);
        return now < last && last < next ? last : next;
    }

    /// <summary>When a closed attempt that was sent is rechecked for the first time.</summary>
    public static DateTimeOffset? FirstRecheck(DateTimeOffset closedAt) => closedAt + Rechecks[0];

    /// <summary>
    /// When a closed attempt that was sent is rechecked next; null after the last time. The clock decides, and not a count: queries that webhooks, pages and
    /// the reconciliation cause in between do not use up a recheck.
    /// </summary>
    public static DateTimeOffset? Recheck(DateTimeOffset closedAt, DateTimeOffset now) =>
        Rechecks.Select(recheck => (DateTimeOffset?)(closedAt + recheck)).FirstOrDefault(due => due > now);

    /// <summary>
    /// When a closed attempt is rechecked next, counted from its closing or from a reversal requested since; null after the last time. One
    /// that was found paid, and waits for another payment, is asked until it is decided.
    /// </summary>
    /// <param name="attempt">The attempt as it was before this query.</param>
    /// <param name="now">The time.</param>
    /// <param name="whileItWaits">The pause of one that waits for another payment.</param>
    public static DateTimeOffset? NextRecheck(Attempt attempt, DateTimeOffset now, TimeSpan whileItWaits)
    {
        if (attempt.LateApprovalAt is not null)
            return now + whileItWaits;
        var since = attempt.ReversalRequestedAt > attempt.ChangedAt ? attempt.ReversalRequestedAt.Value : attempt.ChangedAt;
        return Recheck(since, now);
    }

    /// <summary>When a virtual account is queried again; null when its time is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="dueDate">The last moment to deposit; null when the gateway gave none.</param>
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
        // However long the pause: once when the due date is near, and once at the end.
        var stop = now < close ? close : end;
        return next < stop ? next : stop;
    }

    // An attempt that needs an operator keeps what was asked for: its daily query sends the cancel again. A closed one is only watched.
    private static bool ReturnsMoney(Attempt attempt) =>
        attempt.OpenRefund is not null || (AttemptStates.GoesBack(attempt) && !AttemptStates.IsClosed(attempt.State));
}
