using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>Determines when a row that did not move is queried next, and when its schedule has ended (docs/spec/money.md §5).</summary>
internal sealed partial class Transition
{
    /// <summary>Leaves the state unchanged and schedules the next query.</summary>
    private LedgerCommit? Stay()
    {
        var before = _entry.Attempt;
        return before.State switch
        {
            AttemptState.Confirming or AttemptState.Unknown => StayUnknown(),
            AttemptState.AwaitingDeposit => Reschedule(NextDepositQuery() ?? NextTry()),
            AttemptState.Mismatch or AttemptState.NeedsAttention => Reschedule(Doubted() ?? SecondLook() ?? _entry.Now + Schedule.Attention),
            AttemptState.Reversing or AttemptState.DuplicatePayment => StayReversing(),
            AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded or AttemptState.Canceled => StayClosed(),
            _ => StayPaid(),
        };
    }

    private LedgerCommit StayUnknown()
    {
        var next = _attempt with
        {
            State = AttemptState.Unknown,
            LeaseUntil = null,
            RecheckCount = _attempt.RecheckCount + 1,
            DueAt = Schedule.Next(_entry.Now, _input.Pace.Backoff(_attempt.RecheckCount), FirstSent()),
        };
        return Commit(next, null, []);
    }

    private LedgerCommit StayReversing()
    {
        // A pending part has arrived, or a cancel was refused because the balance had changed, so the rest is canceled next.
        var again = _refund is { } ended && !RefundStates.IsOpen(ended.State) && _refundBefore is { } open && RefundStates.IsOpen(open.State);
        var due = Doubted() ?? (again && _attempt.RecheckCount == 0 ? _entry.Now : _entry.Now + _input.Pace.Backoff(_attempt.RecheckCount));
        return Commit(_attempt with { DueAt = due, LeaseUntil = null, RecheckCount = _attempt.RecheckCount + 1 }, null, []);
    }

    // A recheck that was not answered does not count: it is repeated, and the following ones remain planned.
    private LedgerCommit? StayClosed()
    {
        var before = _entry.Attempt;
        if (before.DueAt is null && _refund is null)
            return null;
        if (Doubted() is { } again)
            return Reschedule(again);
        // Nothing is left of the payment, and only a pending refund must still be queried.
        if (before.State == AttemptState.Canceled && (before.Balance ?? 0) <= before.RefundedByHand)
            return Reschedule(AccountPayout.IsPending(_seen.Payment) || _raw.Fact == ObservedFact.Nothing ? _entry.Now + Schedule.PendingRefund : null);
        if (_raw.Fact == ObservedFact.Nothing)
            return Reschedule(_entry.Now + Schedule.UnansweredRecheck);
        var due = Schedule.NextRecheck(before, _entry.Now, _input.Pace.Backoff(before.RecheckCount));
        var next = _attempt with
        {
            PaymentKey = _raw.IsOfAnotherOrder ? null : _attempt.PaymentKey,
            RecheckCount = _attempt.RecheckCount + 1,
            DueAt = before.LateApprovalAt is null ? Earliest(due, RefundDue()) : due,
            LeaseUntil = null,
        };
        return Commit(next, null, []);
    }

    private LedgerCommit? StayPaid()
    {
        if (Doubted() is { } again)
            return Reschedule(again);
        // A refund was refused or made, and the observation does not show what is left of the payment.
        if (_refund is not null)
            return Reschedule(_seen.Payment is null && !RefundStates.IsOpen(_refund.State) ? _entry.Now + _input.Pace.Backoff(0) : null);
        if (_entry.Attempt.DueAt is null)
            return null;
        if (_raw.Fact == ObservedFact.Nothing)
            return Reschedule(_entry.Now + _input.Pace.MaxDelay);
        return _attempt.State == AttemptState.Approved && _attempt.Balance < _attempt.Amount.Value ? StayUntold() : Reschedule(null);
    }

    /// <summary>
    /// Schedules a query for a partial cancel about which the shop has received no event. An answer that does not show the cancel may be stale, so
    /// another query follows.
    /// </summary>
    private LedgerCommit StayUntold()
    {
        var due = _attempt.RecheckCount == 0 ? _entry.Now + MonotoneObservations.Agreement : Schedule.Recheck(_attempt.ChangedAt, _entry.Now);
        return Commit(_attempt with { DueAt = Earliest(due, RefundDue()), LeaseUntil = null, RecheckCount = _attempt.RecheckCount + 1 }, null, []);
    }

    private LedgerCommit Reschedule(DateTimeOffset? dueAt) =>
        Commit(_attempt with { DueAt = Earliest(dueAt, RefundDue()), LeaseUntil = null }, null, []);

    /// <summary>Returns the time at which a second query checks a doubtful observation; null if the observation is not doubtful.</summary>
    private DateTimeOffset? Doubted() => _seen.IsDoubtful ? _entry.Now + MonotoneObservations.Agreement : null;

    /// <summary>
    /// Returns the time at which the second of two agreeing queries is due; null when there was no first query, or when the time of the second has
    /// already passed.
    /// </summary>
    private DateTimeOffset? SecondLook() =>
        _attempt.ExpirySeenAt + MonotoneObservations.Agreement is { } second && second > _entry.Now ? second : null;

    /// <summary>
    /// Returns the time since which queries have agreed that no money was ever taken; null when this query does not agree. A query that shows nothing
    /// leaves the time unchanged. Queries count only after the time limit, when no send can take effect any more.
    /// </summary>
    private DateTimeOffset? NeverChargedSince()
    {
        var before = _entry.Attempt;
        if (_raw.Fact == ObservedFact.Nothing)
            return before.ExpirySeenAt;
        return _raw.ByQuery && ShowsNoMoney() && IsTimeOver() ? before.ExpirySeenAt ?? _input.Begun : null;
    }

    private bool IsNeverCharged()
    {
        var before = _entry.Attempt;
        if (!_raw.ByQuery || !ShowsNoMoney())
            return false;
        // A virtual account that can no longer be paid needs only one query.
        if (before.State == AttemptState.AwaitingDeposit && before.ReversalRequestedAt is null)
            return IsTimeOver();
        // The gateway refused the first send because the session had expired, and the query confirms it.
        if (_seen.Fact == ObservedFact.Expired && (_raw.ConfirmCode ?? before.FailureCode) == SessionOver && AttemptStates.IsChecking(before.State) && before.RecheckCount == 0)
            return true;
        return IsTimeOver() && before.ExpirySeenAt is { } first && _input.Begun >= first + MonotoneObservations.Agreement;
    }

    /// <summary>Whether this answer, if repeated after the time limit, means that nothing was ever taken.</summary>
    private bool ShowsNoMoney()
    {
        var before = _entry.Attempt;
        if (before.ApprovedAt is not null)
            return false;
        if (before.DepositAccount is not null)
            return _seen.Fact is ObservedFact.AwaitingDeposit or ObservedFact.Expired or ObservedFact.Aborted;
        return AttemptStates.GoesBack(before)
            ? _seen.Fact is ObservedFact.InProgress or ObservedFact.Expired or ObservedFact.Aborted or ObservedFact.NotFound
            : _seen.Fact is ObservedFact.Expired or ObservedFact.NotFound;
    }

    private bool IsTimeOver()
    {
        var before = _entry.Attempt;
        if (before.DepositAccount is { } account)
            return _entry.Now >= Schedule.DepositOver(account.DueDate, before.OpenedAt);
        var delay = before.PaymentKey is null ? ChargeExpiryDelay : ExpiryDelay;
        return before.LastSendAt is not { } sent || _input.Begun >= sent + delay;
    }

    /// <summary>Whether the schedule has ended, or the intended operation is impossible, which means that an operator must decide.</summary>
    private bool IsExhausted()
    {
        var before = _entry.Attempt;
        return before.State switch
        {
            AttemptState.Confirming or AttemptState.Unknown => _entry.Now >= FirstSent() + Schedule.GiveUpAfter,
            AttemptState.AwaitingDeposit => _entry.Now >= Schedule.DepositOver(before.DepositAccount?.DueDate, before.OpenedAt) + Schedule.GiveUpAfter,
            AttemptState.Reversing or AttemptState.DuplicatePayment => IsReversalExhausted(),
            AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded =>
                _seen.Fact == ObservedFact.AwaitingDeposit && before.DueAt is not null && Schedule.Recheck(before.ChangedAt, _entry.Now) is null
                && _entry.Now < Schedule.DepositOver(_attempt.DepositAccount?.DueDate, before.OpenedAt),
            _ => false,
        };
    }

    private DateTimeOffset FirstSent() => _entry.Attempt.FirstSentAt ?? _entry.Attempt.OpenedAt;

    private DateTimeOffset NextTry() => _entry.Now + _input.Pace.Backoff(int.MaxValue);

    private DateTimeOffset? NextDepositQuery() => Schedule.Deposit(_entry.Now, _attempt.DepositAccount?.DueDate, _attempt.OpenedAt, _input.ShortestPause);
}
