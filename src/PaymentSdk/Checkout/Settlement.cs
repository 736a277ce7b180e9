using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Settings;

namespace PaymentSdk.Checkout;

/// <summary>
/// What an observation does to an attempt: the one function for answers, queries, webhooks and reconciliation (money.md §2,
/// §4, §5). Pure: it builds the commit, or null when there is nothing to write.
/// </summary>
internal sealed partial class Settlement
{
    private static readonly TimeSpan ExpiryDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ChargeExpiryDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ExpiryAgreement = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UnansweredRecheck = TimeSpan.FromHours(1);

    private readonly LedgerEntry _entry;
    private readonly Attempt _attempt;
    private readonly Observation _seen;
    private readonly Why _why;
    private readonly RecoverySettings _recovery;
    private readonly Refund? _refundBefore;
    private readonly Refund? _refund;
    private readonly AttemptState? _live;

    private Settlement(LedgerEntry entry, Observation seen, string actor, RecoverySettings recovery, Refund? refund, AttemptState? live)
    {
        _entry = entry;
        _seen = seen;
        _why = new Why(seen.ByQuery ? "query" : "answer", actor, seen.Evidence, seen.Payment?.ApprovedAt);
        _recovery = recovery;
        _refundBefore = refund;
        _refund = refund is null ? null : RefundReading.After(refund, seen, entry.Now);
        _live = live;
        _attempt = Learning.Learn(entry, seen);
        if (_refund is { } moved)
            _attempt = _attempt with { OpenRefund = RefundStates.IsOpen(moved.State) ? moved.CancelId : null };
    }

    /// <summary>Builds the commit.</summary>
    /// <param name="entry">The row as it is.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="actor">Who looked.</param>
    /// <param name="recovery">When to look again.</param>
    /// <param name="refund">The open refund of the attempt, which the observation moves too.</param>
    /// <param name="live">The state of the other attempt that blocks the purchase; null when none does.</param>
    public static LedgerCommit? Apply(
        LedgerEntry entry, Observation seen, string actor, RecoverySettings recovery, Refund? refund = null, AttemptState? live = null) =>
        new Settlement(entry, seen, actor, recovery, refund, live).Apply();

    private LedgerCommit? Apply() => _entry.Attempt.State switch
    {
        AttemptState.Confirming or AttemptState.Unknown or AttemptState.Mismatch or AttemptState.NeedsAttention => ApplyToOpen(),
        AttemptState.AwaitingDeposit => ApplyToDeposit(),
        AttemptState.Approved or AttemptState.PartlyCanceled => ApplyToPaid(),
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => ApplyToClosed(),
        AttemptState.TakingBack or AttemptState.Surplus => ApplyToTakeBack(),
        _ => _entry.Attempt.DueAt is null && _refund is null ? null : Reschedule(null),
    };

    private LedgerCommit ApplyToOpen() => _seen.Fact switch
    {
        // A person looks after a wish to take this back: that the money is there is no news, and no sale.
        ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.AwaitingDeposit when _entry.Attempt.OpenRefund is not null => Wait(),
        ObservedFact.Approved => Move(AttemptState.Approved, OrderEventType.Paid, null),
        // Approved first, cancelled in part by the next query: two facts, two rows of the journal.
        ObservedFact.PartlyCanceled => Move(AttemptState.Approved, OrderEventType.Paid, _entry.Now),
        ObservedFact.AwaitingDeposit => AwaitDeposit(null),
        ObservedFact.Refused or ObservedFact.Aborted => Close(AttemptState.Declined, OrderEventType.Declined),
        ObservedFact.NotSent when _attempt.State == AttemptState.Confirming => Move(AttemptState.NotSent, null, RecheckOfNotSent()),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        ObservedFact.Mismatch when _attempt.State != AttemptState.Mismatch =>
            Move(AttemptState.Mismatch, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention),
        ObservedFact.Expired or ObservedFact.NotFound => ApplyExpiry(),
        _ => Wait(),
    };

    // A deposit may come after the due date; two days of grace end in Expired, and a later deposit is a late truth.
    private LedgerCommit ApplyToDeposit() => _seen.Fact switch
    {
        ObservedFact.Approved => Move(AttemptState.Approved, OrderEventType.Paid, null),
        ObservedFact.PartlyCanceled => Move(AttemptState.Approved, OrderEventType.Paid, _entry.Now),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        _ when NextDepositQuery() is { } next => Reschedule(next),
        ObservedFact.AwaitingDeposit or ObservedFact.Expired or ObservedFact.Aborted => Close(AttemptState.Expired, OrderEventType.Expired),
        _ => Reschedule(_entry.Now + Schedule.Attention),
    };

    private LedgerCommit? ApplyToPaid() => _seen.Fact switch
    {
        ObservedFact.PartlyCanceled when _attempt.Balance != _entry.Attempt.Balance || _entry.Attempt.State == AttemptState.Approved =>
            Move(AttemptState.PartlyCanceled, OrderEventType.PartlyCanceled, null),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        // A deposit that the bank took back; only a fresh query may move backwards.
        ObservedFact.AwaitingDeposit when _seen.ByQuery && _entry.Attempt.State == AttemptState.Approved =>
            AwaitDeposit(OrderEventType.DepositReversed),
        _ when _refund is not null => Reschedule(null),
        _ when _entry.Attempt.DueAt is null => null,
        // A look that was not answered is taken again: what was to be learned is still to be learned.
        ObservedFact.Nothing => Reschedule(_entry.Now + _recovery.MaxDelay),
        _ => Reschedule(null),
    };

    // The late truth (money.md §5): paid after the attempt was closed. While the other attempt may still end either way, it
    // waits for that one; once the purchase is paid, this one is one too many.
    private LedgerCommit ApplyToClosed() => (_seen.Fact, _live) switch
    {
        (ObservedFact.Approved or ObservedFact.PartlyCanceled, _) when _entry.Purchase.LiveAttempt is null =>
            Move(AttemptState.Approved, OrderEventType.PaidLate, _seen.Fact == ObservedFact.PartlyCanceled ? _entry.Now : null),
        (ObservedFact.Approved or ObservedFact.PartlyCanceled, AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.Canceled) =>
            Move(AttemptState.Surplus, null, _entry.Now),
        (ObservedFact.Approved or ObservedFact.PartlyCanceled, _) => Reschedule(_entry.Now + Schedule.OtherSettles),
        // Not answered is not looked at: the look is taken again, and the ones after it are still to come.
        (ObservedFact.Nothing, _) => Reschedule(_entry.Now + UnansweredRecheck),
        _ => AttemptMoves.Commit(
            _entry,
            _attempt with { Tries = _attempt.Tries + 1, DueAt = Schedule.Recheck(_attempt.ChangedAt, _attempt.Tries + 1), LeaseUntil = null },
            _why),
    };

    private LedgerCommit ApplyExpiry()
    {
        // Two agreeing queries at least a minute apart, the time long over: only then nothing can come any more.
        var since = _attempt.ExpirySeenAt;
        var over = _attempt.LastSendAt is not { } sent || _entry.Now >= sent + (_attempt.PaymentKey is null ? ChargeExpiryDelay : ExpiryDelay);
        if (_seen.ByQuery && over && since is { } first && _entry.Now >= first + ExpiryAgreement)
            return Close(AttemptState.Expired, OrderEventType.Expired);
        return Wait(over && _seen.ByQuery ? since ?? _entry.Now : null);
    }

    private LedgerCommit Wait(DateTimeOffset? expirySeenAt = null)
    {
        var since = _attempt.FirstSentAt ?? _attempt.OpenedAt;
        if (_attempt.State is AttemptState.Mismatch or AttemptState.NeedsAttention)
            return Reschedule(_entry.Now + Schedule.Attention, expirySeenAt);
        if (_entry.Now >= since + Schedule.GiveUpAfter)
            return Move(AttemptState.NeedsAttention, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention);
        var next = _attempt with
        {
            State = AttemptState.Unknown,
            LeaseUntil = null,
            Tries = _attempt.Tries + 1,
            DueAt = Schedule.Next(_entry.Now, _recovery.Backoff(_attempt.Tries), since),
            ExpirySeenAt = expirySeenAt,
        };
        return AttemptMoves.Commit(_entry, next, _why);
    }

    private LedgerCommit Close(AttemptState state, OrderEventType happened) =>
        Move(state, happened, _attempt.FirstSentAt is null ? null : Schedule.Recheck(_entry.Now, 0));

    private LedgerCommit Move(AttemptState state, OrderEventType? happened, DateTimeOffset? dueAt)
    {
        var next = _attempt with { State = state, Tries = 0, DueAt = Earliest(dueAt, RefundDue()), LeaseUntil = null };
        return Commit(next, happened, MoneyLines.Of(_entry, _seen.Payment, _seen.Fact));
    }

    private LedgerCommit Reschedule(DateTimeOffset? dueAt, DateTimeOffset? expirySeenAt = null) =>
        Commit(_attempt with { DueAt = Earliest(dueAt, RefundDue()), LeaseUntil = null, ExpirySeenAt = expirySeenAt }, null, []);

    private LedgerCommit Commit(Attempt next, OrderEventType? happened, IReadOnlyList<MoneyLine> lines)
    {
        List<OrderEventType> events = happened is { } one ? [one] : [];
        if (RefundNeedsPerson() && !events.Contains(OrderEventType.NeedsAttention))
            events.Add(OrderEventType.NeedsAttention);
        return AttemptMoves.Commit(_entry, next, _why, events, _refund, _refund?.State != _refundBefore?.State, lines);
    }

    // An account whose time is over already is looked at at once, and that look closes it.
    private LedgerCommit AwaitDeposit(OrderEventType? happened) =>
        Move(AttemptState.AwaitingDeposit, happened, NextDepositQuery() ?? _entry.Now);

    // Refused keys were an answer, so the request did leave; what never left needs no second look.
    private DateTimeOffset? RecheckOfNotSent() => _seen.StatusCode is null ? null : Schedule.Recheck(_entry.Now, 0);

    private DateTimeOffset? NextDepositQuery() =>
        Schedule.Deposit(_entry.Now, _attempt.DepositAccount?.DueDate, _attempt.OpenedAt);

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
