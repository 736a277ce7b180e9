using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>What an observation does to an attempt whose money goes back (money.md §6).</summary>
internal sealed partial class Settlement
{
    private LedgerCommit ApplyToTakeBack() => _seen.Fact switch
    {
        // Of a surplus the shop never heard; that it is gone is no event of its order.
        ObservedFact.Canceled => Move(AttemptState.Canceled, _entry.Attempt.State == AttemptState.TakingBack ? OrderEventType.Canceled : null, null),
        ObservedFact.InProgress or ObservedFact.Expired or ObservedFact.Aborted or ObservedFact.NotFound when _seen.ByQuery && IsSessionOver() =>
            NothingToTakeBack(),
        _ when NeedsPerson() => Move(AttemptState.NeedsAttention, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention),
        // A part that was on its way has arrived, and something is left: that is next.
        _ when _refund is { } arrived && !RefundStates.IsOpen(arrived.State) => Reschedule(_entry.Now),
        _ => Reschedule(_entry.Now + _recovery.Backoff(_refund?.Tries ?? 0)),
    };

    /// <summary>The gateway confirms nothing any more, and what it shows was never charged.</summary>
    private LedgerCommit NothingToTakeBack()
    {
        var done = _refund is { } refund ? refund with { State = RefundState.Done, ChangedAt = _entry.Now } : null;
        var next = _attempt with { State = AttemptState.Canceled, OpenRefund = null, DueAt = null, LeaseUntil = null, Tries = 0 };
        return AttemptMoves.Commit(_entry, next, _why, [OrderEventType.Canceled], done);
    }

    /// <summary>Five cancels changed nothing, or the money went into a virtual account and we have no account to send it to.</summary>
    private bool NeedsPerson() => _refund switch
    {
        null => false,
        { State: RefundState.Refused or RefundState.PayoutFailed } => true,
        { FirstSentAt: not null, Tries: >= RefundStates.TriesBeforeAttention } => true,
        var refund => _seen is { Fact: ObservedFact.Approved or ObservedFact.PartlyCanceled, Payment: { } payment } && RefundReading.NeedsAccount(refund, payment),
    };

    private bool IsSessionOver() =>
        _entry.Now >= (_attempt.LastSendAt ?? _attempt.FirstSentAt ?? _attempt.OpenedAt) + Schedule.SessionOver;

    /// <summary>When an open refund is looked at again: money on its way takes hours, an unknown outcome seconds.</summary>
    private DateTimeOffset? RefundDue() => _refund switch
    {
        null => null,
        { State: RefundState.Pending } => _entry.Now + Schedule.PendingRefund,
        { Tries: > RefundStates.TriesBeforeAttention } stuck when RefundStates.IsOpen(stuck.State) => _entry.Now + Schedule.Attention,
        var open when RefundStates.IsOpen(open.State) => _entry.Now + _recovery.Backoff(open.Tries),
        _ => null,
    };

    /// <summary>A refund that was not paid out, or that nothing moves: people hear of it once.</summary>
    private bool RefundNeedsPerson() => _refund switch
    {
        null => false,
        { State: RefundState.PayoutFailed } => _refundBefore!.State != RefundState.PayoutFailed,
        { Tries: RefundStates.TriesBeforeAttention, State: RefundState.Unknown or RefundState.Requested } => true,
        _ => false,
    };
}
