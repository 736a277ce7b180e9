using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>What an observation is applied to.</summary>
/// <param name="Entry">The row as it is.</param>
/// <param name="Begun">When the query began, in database time: not later than the row was claimed.</param>
/// <param name="Refunds">Every refund of the attempt.</param>
/// <param name="Other">The attempt that blocks the purchase, if it is another one.</param>
/// <param name="Pace">When recovery looks again.</param>
/// <param name="ShortestPause">The shortest pause between routine queries that the request budget allows.</param>
internal sealed record TransitionInput(AttemptSnapshot Entry, DateTimeOffset Begun, IReadOnlyList<RefundRecord> Refunds, OtherAttempt Other, RecoverySettings Pace, TimeSpan ShortestPause = default);

/// <summary>
/// What an observation does to an attempt: the one function for answers, queries, notifications, operators and reconciliation
/// (docs/spec/money.md §2, §4, §5). Pure: it builds the commit, or null when there is nothing to write.
/// </summary>
internal sealed partial class Transition
{
    private static readonly TimeSpan ExpiryDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ChargeExpiryDelay = TimeSpan.FromMinutes(10);
    private static readonly PaymentErrorCode SessionOver = PaymentErrorCode.From("NOT_FOUND_PAYMENT_SESSION");

    private readonly AttemptSnapshot _entry;
    private readonly TransitionInput _input;
    private readonly Observation _raw;
    private readonly Observation _seen;
    private readonly MoveReason _why;
    private readonly RefundRecord? _refundBefore;
    private readonly RefundRecord? _refund;
    private readonly Attempt _attempt;

    private Transition(TransitionInput input, Observation raw, string actor)
    {
        (_entry, _input, _raw) = (input.Entry, input, raw);
        var before = _entry.Attempt;
        (_seen, var kept) = MonotoneObservations.Admit(before, raw, input.Begun);
        _why = new MoveReason(raw.ByQuery ? "query" : "answer", actor, raw.Evidence, raw.Payment?.ApprovedAt);
        _refundBefore = input.Refunds.FirstOrDefault(refund => refund.RefundId == before.OpenRefund);
        _refund = _refundBefore is null ? null : RefundReading.After(_refundBefore, _seen, input.Refunds, input.Begun, _entry.Now);
        // A reversal that was withdrawn, and whose cancel surely did nothing, is over.
        if (_refund is { State: RefundProgress.Requested } && RefundStates.IsOurs(_refund) && !AttemptStates.GoesBack(before))
            _refund = _refund with { State = RefundProgress.Refused, ChangedAt = _entry.Now };
        _attempt = ObservedValues.Learn(kept, _seen, _entry.Now, _entry.Purchase.TestMode) with
        {
            OpenRefund = _refund is { } moved && RefundStates.IsOpen(moved.State) ? moved.RefundId : null,
        };
        _attempt = _attempt with { ExpirySeenAt = NeverChargedSince() };
    }

    /// <summary>Builds the commit; null when there is nothing to write.</summary>
    public static LedgerCommit? Apply(TransitionInput input, Observation seen, string actor) => new Transition(input, seen, actor).Apply();

    private LedgerCommit? Apply()
    {
        var before = _entry.Attempt;
        var seen = Normalise();
        var answer = TransitionTable.Decide(new Cell(
            before.State, seen, before.ReversalRequestedAt is not null, before.IsDuplicate, before.LateApprovalAt is not null, _input.Other));
        return answer switch
        {
            Answer.Approve => Move(AttemptState.Approved, Told(OrderEventType.Paid), AfterApproval()),
            Answer.ApproveLate => Move(AttemptState.Approved, OrderEventType.PaidLate, AfterApproval()),
            Answer.AwaitDeposit => Move(AttemptState.AwaitingDeposit, OrderEventType.AwaitingDeposit, NextDepositQuery() ?? _entry.Now),
            Answer.ReturnDeposit => Move(AttemptState.AwaitingDeposit, OrderEventType.DepositReturned, NextDepositQuery() ?? _entry.Now),
            Answer.Decline => Close(AttemptState.Declined, OrderEventType.Declined),
            Answer.Expire => Close(AttemptState.Expired, OrderEventType.Expired),
            Answer.EndNotSent => Move(AttemptState.NotSent, null, _raw.StatusCode is null ? null : Schedule.FirstRecheck(_entry.Now)),
            Answer.Mismatch => Move(AttemptState.Mismatch, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention),
            Answer.PartlyCancel => PartlyCancel(),
            Answer.Restore => Move(AttemptState.Approved, null, null),
            Answer.Cancel => Cancel(OrderEventType.Canceled),
            Answer.CancelQuietly => Cancel(null),
            Answer.Reverse => Move(AttemptState.Reversing, null, _entry.Now),
            Answer.MarkDuplicate => Move(AttemptState.DuplicatePayment, null, _entry.Now, attempt => attempt with { IsDuplicate = true, LateApprovalAt = null }),
            Answer.WaitForOther => WaitForOther(),
            Answer.Attend => Move(AttemptState.NeedsAttention, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention),
            _ => Stay(),
        };
    }

    /// <summary>What was seen, with what the clock adds to it.</summary>
    private Seen Normalise()
    {
        var seen = _seen.Fact switch
        {
            ObservedFact.NotSent => Seen.NotSent,
            ObservedFact.Refused => Seen.Refused,
            ObservedFact.NotFound => Seen.NotFound,
            ObservedFact.InProgress => Seen.InProgress,
            ObservedFact.Expired => Seen.Expired,
            ObservedFact.Aborted => Seen.Aborted,
            ObservedFact.AwaitingDeposit => Seen.AwaitingDeposit,
            ObservedFact.Approved => Seen.Approved,
            ObservedFact.PartlyCanceled => Seen.PartlyCanceled,
            ObservedFact.Canceled => Seen.Canceled,
            ObservedFact.Mismatch => Seen.OtherAmount,
            _ => Seen.Nothing,
        };
        // What was refunded by hand is gone, although the gateway still shows it.
        if (seen is Seen.Approved or Seen.PartlyCanceled && _attempt.RefundedByHand > 0 && _attempt.Balance <= _attempt.RefundedByHand)
            seen = Seen.Canceled;
        // A cancel that no refund of this ledger asked for, whose money did not reach the buyer's account, and that was not paid by hand.
        if (seen == Seen.Canceled && _refund is null && _attempt.RefundedByHand <= 0 && !_input.Refunds.Any(refund => refund.TransactionKey is not null) && AccountPayout.HasFailed(_seen.Payment))
            return Seen.Exhausted;
        if (_seen.IsVoidForGood)
            return Seen.Exhausted;
        if (IsNeverCharged())
            return Seen.NeverCharged;
        return DecidesNothing(seen) && IsExhausted() ? Seen.Exhausted : seen;
    }

    private bool DecidesNothing(Seen seen) =>
        TransitionTable.Decide(new Cell(
            _entry.Attempt.State, seen, _entry.Attempt.ReversalRequestedAt is not null, _entry.Attempt.IsDuplicate, _entry.Attempt.LateApprovalAt is not null, _input.Other))
        == Answer.Stay;

    private DateTimeOffset? AfterApproval() => _seen.Fact == ObservedFact.PartlyCanceled ? _entry.Now : null;

    private OrderEventType? Told(OrderEventType happened) => _entry.Purchase.PaidTold ? null : happened;

    private LedgerCommit? PartlyCancel()
    {
        var before = _entry.Attempt;
        return before.State == AttemptState.PartlyCanceled && before.Balance == _attempt.Balance && before.CancelCount == _attempt.CancelCount
            ? Stay()
            : Move(AttemptState.PartlyCanceled, OrderEventType.PartlyCanceled, null);
    }

    /// <summary>Canceled. One whose balance is not seen to be gone is rechecked like a closed attempt; one that was never told as paid blocks nothing.</summary>
    private LedgerCommit Cancel(OrderEventType? happened)
    {
        var left = (_attempt.Balance ?? 0) - _attempt.RefundedByHand;
        var due = left > 0 ? Schedule.FirstRecheck(_entry.Now) : AccountPayout.IsPending(_seen.Payment) ? _entry.Now + Schedule.PendingRefund : null;
        return Move(AttemptState.Canceled, happened, due, attempt => attempt with
        {
            ApprovedAt = AttemptStates.IsClosed(_entry.Attempt.State) ? null : attempt.ApprovedAt,
            LateApprovalAt = null,
        });
    }

    private LedgerCommit WaitForOther()
    {
        var attempt = _attempt with { LateApprovalAt = _attempt.LateApprovalAt ?? _entry.Now, RecheckCount = _attempt.RecheckCount + 1 };
        var wait = _input.Other == OtherAttempt.Attention ? Schedule.Attention : _input.Pace.Backoff(_entry.Attempt.LateApprovalAt is null ? 0 : _attempt.RecheckCount);
        return Commit(attempt with { DueAt = _entry.Now + wait, LeaseUntil = null }, null, MoneyMovements.Of(_entry, _seen.Payment, _seen.Fact));
    }

    /// <summary>Closed: nothing was taken. The shop hears of it, unless another attempt of the purchase blocks; a payment key that is another order's is let go.</summary>
    private LedgerCommit Close(AttemptState state, OrderEventType happened) => Move(
        state,
        _input.Other == OtherAttempt.None ? happened : null,
        _attempt.FirstSentAt is null ? null : Schedule.FirstRecheck(_entry.Now),
        attempt => _raw.IsOfAnotherOrder ? attempt with { PaymentKey = null } : attempt);

    private LedgerCommit Move(AttemptState state, OrderEventType? happened, DateTimeOffset? dueAt, Func<Attempt, Attempt>? change = null)
    {
        var next = _attempt with { State = state, RecheckCount = 0, DueAt = Earliest(dueAt, RefundDue()), LeaseUntil = null };
        if (state is AttemptState.Approved)
            next = next with { LateApprovalAt = null };
        return Commit(change is null ? next : change(next), happened, MoneyMovements.Of(_entry, _seen.Payment, _seen.Fact));
    }

    private LedgerCommit Commit(Attempt next, OrderEventType? happened, IReadOnlyList<MoneyMovement> movements)
    {
        List<OrderEventType> events = happened is { } one ? [one] : [];
        events.AddRange(RefundEvents().Where(other => !events.Contains(other)));
        return AttemptMoves.Commit(_entry, next, _why, events, _refund, refundMoves: _refund?.State != _refundBefore?.State, movements);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
