using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>The input of a transition, in addition to the observation.</summary>
/// <param name="Entry">The current row.</param>
/// <param name="Begun">When the row was claimed, in database time. The query did not begin earlier.</param>
/// <param name="Refunds">All refunds of the attempt.</param>
/// <param name="Other">The kind of the attempt that blocks the purchase, if it is not this attempt.</param>
/// <param name="Pace">The back-off settings of recovery.</param>
/// <param name="ShortestPause">The shortest pause between routine queries that the request budget allows.</param>
internal sealed record TransitionInput(AttemptSnapshot Entry, DateTimeOffset Begun, IReadOnlyList<RefundRecord> Refunds, OtherAttempt Other, RecoverySettings Pace, TimeSpan ShortestPause = default);

/// <summary>
/// Applies an observation to an attempt. This one function serves answers, queries, notifications, operators and reconciliation (docs/spec/money.md
/// §2, §4, §5). It has no side effects: it builds the commit, or returns null when nothing is to be written.
/// </summary>
internal sealed partial class Transition
{
    private static readonly TimeSpan ExpiryDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ChargeExpiryDelay = TimeSpan.FromMinutes(10);
    private static readonly PaymentErrorCode SessionOver = PaymentErrorCode.From("NOT_FOUND_PAYMENT_SESSION");
    private static readonly PaymentErrorCode BalanceMoved = PaymentErrorCode.From("NOT_MATCHES_REFUNDABLE_AMOUNT");

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
        // The reversal was withdrawn and its cancel is known to have had no effect, so the refund ends.
        if (_refund is { State: RefundProgress.Requested } && RefundStates.IsOurs(_refund) && !AttemptStates.GoesBack(before))
            _refund = _refund with { State = RefundProgress.Refused, ChangedAt = _entry.Now };
        _attempt = ObservedValues.Learn(kept, _seen, _entry.Now, _entry.Purchase.TestMode) with
        {
            OpenRefund = _refund is { } moved && RefundStates.IsOpen(moved.State) ? moved.RefundId : null,
        };
        _attempt = _attempt with { ExpirySeenAt = NeverChargedSince() };
    }

    /// <summary>Builds the commit. Returns null when nothing is to be written.</summary>
    public static LedgerCommit? Apply(TransitionInput input, Observation seen, string actor) => new Transition(input, seen, actor).Apply();

    private LedgerCommit? Apply()
    {
        var before = _entry.Attempt;
        var seen = Normalize();
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

    /// <summary>Converts the observation to a value of the state matrix, taking the time limits into account.</summary>
    private Seen Normalize()
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
        // The amount that was refunded by hand no longer counts, although the gateway still shows it.
        if (seen is Seen.Approved or Seen.PartlyCanceled && _attempt.RefundedByHand > 0 && _attempt.Balance <= _attempt.RefundedByHand)
            seen = Seen.Canceled;
        // A cancel from the dashboard was not paid out to the buyer's account, and no operator has paid it by hand.
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

    /// <summary>
    /// Moves the attempt to Canceled. If a balance may be left, the attempt is rechecked like a closed one. If the payout to the buyer's account is
    /// pending, it is queried hourly. If the attempt was closed before, it never blocks the purchase.
    /// </summary>
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

    /// <summary>
    /// Closes an attempt without a charge. No event is written when another attempt blocks the purchase. A payment key that belongs to another order
    /// is released.
    /// </summary>
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

    /// <summary>
    /// Whether the SDK cannot finish a reversal or the cancel of a duplicate payment: the cancel was refused, its payout failed, a deposit cannot
    /// be refunded because no account is known, five answered cancels in half an hour changed nothing, or a day has passed. While a virtual account
    /// without a deposit can still be paid, and for a day after that, a day that has passed does not count.
    /// </summary>
    private bool IsReversalExhausted()
    {
        var since = _entry.Attempt.ReversalRequestedAt > _entry.Attempt.ChangedAt ? _entry.Attempt.ReversalRequestedAt.Value : _entry.Attempt.ChangedAt;
        if (_entry.Now >= since + Schedule.GiveUpAfter && !IsAccountOpen())
            return true;
        if (_seen is { Fact: ObservedFact.Approved or ObservedFact.PartlyCanceled, Payment: { } payment } && RefundReading.NeedsAccount(_refund, payment))
            return true;
        return _refund switch
        {
            null => false,
            { State: RefundProgress.PayoutFailed } => true,
            { State: RefundProgress.Refused } refused => RefundStates.IsOurs(refused) && refused.FailureCode != BalanceMoved,
            var refund => RefundStates.IsStuck(refund),
        };
    }

    // A virtual account that is being closed is queried until a day after it can no longer be paid.
    private bool IsAccountOpen() => _entry.Attempt is { ApprovedAt: null, DepositAccount: { } account }
        && _entry.Now < Schedule.DepositOver(account.DueDate, _entry.Attempt.OpenedAt) + Schedule.GiveUpAfter;

    /// <summary>
    /// Returns the time of the next query of an open refund: hourly while it is pending, daily once it needs an operator, earlier while its key
    /// is in doubt, otherwise by the back-off schedule.
    /// </summary>
    private DateTimeOffset? RefundDue() => _refund switch
    {
        null => null,
        { State: RefundProgress.Pending } => _entry.Now + Schedule.PendingRefund,
        // Two agreeing queries show whether a spent key did anything. The first must begin after the longest call has ended.
        { State: RefundProgress.Unknown, QueryOnly: true, NoneSeenAt: { } first } when _entry.Now < first + MonotoneObservations.Agreement => first + MonotoneObservations.Agreement,
        { State: RefundProgress.Unknown, QueryOnly: true, TransactionKey: null, LastSendAt: { } last } when _entry.Now < last + Schedule.LongestCall => last + Schedule.LongestCall,
        // A key that is known to have had no effect is replaced at once.
        { State: RefundProgress.Requested, QueryOnly: true } when _refundBefore!.State != RefundProgress.Requested => _entry.Now,
        var stuck when RefundStates.IsStuck(stuck) => _entry.Now + Schedule.Attention,
        var open when RefundStates.IsOpen(open.State) => _entry.Now + _input.Pace.Backoff(open.RecheckCount),
        _ => null,
    };

    /// <summary>
    /// Returns the events about a refund that the shop requested. A refusal of the first send is returned to the caller and is not an event.
    /// </summary>
    private IEnumerable<OrderEventType> RefundEvents()
    {
        if (_refund is not { } refund || RefundStates.IsOurs(refund) || refund.State == _refundBefore!.State)
        {
            if (_refund is { } open && !RefundStates.IsOurs(open) && RefundStates.IsStuck(open) && !RefundStates.IsStuck(_refundBefore!))
                yield return OrderEventType.NeedsAttention;
            yield break;
        }

        if (refund.State == RefundProgress.PayoutFailed)
        {
            yield return OrderEventType.RefundFailed;
            yield return OrderEventType.NeedsAttention;
        }
        else if (refund.State == RefundProgress.Refused && _refundBefore.State != RefundProgress.Sent)
        {
            yield return OrderEventType.RefundFailed;
            // The refund has used all its keys, so an operator must find the cause.
            if (refund.KeyCount >= RefundStates.MostKeys)
                yield return OrderEventType.NeedsAttention;
        }
    }
}
