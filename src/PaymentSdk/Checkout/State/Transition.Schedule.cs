using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>When a row that did not move is asked again, and when that has gone on long enough (docs/spec/money.md §5).</summary>
internal sealed partial class Transition
{
    /// <summary>Nothing moves: the schedule of the state decides when it is asked again.</summary>
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
        // A part that was on its way has arrived, or a cancel was refused because the balance had moved: what is left is next.
        var again = _refund is { } ended && !RefundStates.IsOpen(ended.State) && _refundBefore is { } open && RefundStates.IsOpen(open.State);
        var due = Doubted() ?? (again && _attempt.RecheckCount == 0 ? _entry.Now : _entry.Now + _input.Pace.Backoff(_attempt.RecheckCount));
        return Commit(_attempt with { DueAt = due, LeaseUntil = null, RecheckCount = _attempt.RecheckCount + 1 }, null, []);
    }

    // A look that was not answered is not a look: it is taken again, and the ones after it are still to come.
    private LedgerCommit? StayClosed()
    {
        var before = _entry.Attempt;
        if (before.DueAt is null && _refund is null)
            return null;
        if (Doubted() is { } again)
            return Reschedule(again);
        // Nothing is left of it, and only a refund on its way is waited for.
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
        // A refund was refused or made, and what is left of the payment could not be seen.
        if (_refund is not null)
            return Reschedule(_seen.Payment is null && !RefundStates.IsOpen(_refund.State) ? _entry.Now + _input.Pace.Backoff(0) : null);
        if (_entry.Attempt.DueAt is null)
            return null;
        if (_raw.Fact == ObservedFact.Nothing)
            return Reschedule(_entry.Now + _input.Pace.MaxDelay);
        return _attempt.State == AttemptState.Approved && _attempt.Balance < _attempt.Amount.Value ? StayUntold() : Reschedule(null);
    }

    /// <summary>A part of it went back, and the shop does not know yet: an old answer, which says nothing of it, is not the last one.</summary>
    private LedgerCommit StayUntold()
    {
        var due = _attempt.RecheckCount == 0 ? _entry.Now + MonotoneObservations.Agreement : Schedule.Recheck(_attempt.ChangedAt, _entry.Now);
        return Commit(_attempt with { DueAt = Earliest(due, RefundDue()), LeaseUntil = null, RecheckCount = _attempt.RecheckCount + 1 }, null, []);
    }

    private LedgerCommit Reschedule(DateTimeOffset? dueAt) =>
        Commit(_attempt with { DueAt = Earliest(dueAt, RefundDue()), LeaseUntil = null }, null, []);

    /// <summary>When a doubtful observation is looked at again.</summary>
    private DateTimeOffset? Doubted() => _seen.IsDoubtful ? _entry.Now + MonotoneObservations.Agreement : null;

    /// <summary>When the second of two agreeing queries is made; null when there was no first one, or its time has passed without an answer.</summary>
    private DateTimeOffset? SecondLook() =>
        _attempt.ExpirySeenAt + MonotoneObservations.Agreement is { } second && second > _entry.Now ? second : null;

    /// <summary>
    /// Since when queries agree that nothing was ever taken; null when this one does not. Only counted when the time is over: no
    /// send can take effect any more.
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
        // An account that was closed by its time needs one look after it.
        if (before.State == AttemptState.AwaitingDeposit && before.ReversalRequestedAt is null)
            return IsTimeOver();
        // The gateway refused the first send because the session was over, and says so itself.
        if (_seen.Fact == ObservedFact.Expired && (_raw.ConfirmCode ?? before.FailureCode) == SessionOver && AttemptStates.IsChecking(before.State) && before.RecheckCount == 0)
            return true;
        return IsTimeOver() && before.ExpirySeenAt is { } first && _input.Begun >= first + MonotoneObservations.Agreement;
    }

    /// <summary>Whether this answer, if it is repeated when the time is over, means that nothing was ever taken.</summary>
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

    /// <summary>Whether the schedule is over, or what is wanted cannot be had, so that an operator has to decide.</summary>
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
