using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>What an observation does to an attempt whose money goes back (docs/spec/money.md §6).</summary>
internal sealed partial class Transition
{
    private static readonly PaymentErrorCode BalanceMoved = PaymentErrorCode.From("NOT_MATCHES_REFUNDABLE_AMOUNT");

    /// <summary>
    /// A reversal or duplicate that the SDK cannot bring to an end: its cancel is refused, the money went into a virtual account and
    /// no account is known to send it to, five answered tries over half an hour changed nothing, or a day went by.
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

    // An account that is being closed is asked until its own time is over.
    private bool IsAccountOpen() => _entry.Attempt is { ApprovedAt: null, DepositAccount: { } account }
        && _entry.Now < Schedule.DepositOver(account.DueDate, _entry.Attempt.OpenedAt) + Schedule.GiveUpAfter;

    /// <summary>When an open refund is looked at again: money on its way takes hours, an unknown outcome seconds.</summary>
    private DateTimeOffset? RefundDue() => _refund switch
    {
        null => null,
        { State: RefundProgress.Pending } => _entry.Now + Schedule.PendingRefund,
        // Whether a consumed key did anything is known when two queries agree, the first one after the longest call.
        { State: RefundProgress.Unknown, QueryOnly: true, NoneSeenAt: { } first } when _entry.Now < first + MonotoneObservations.Agreement => first + MonotoneObservations.Agreement,
        { State: RefundProgress.Unknown, QueryOnly: true, TransactionKey: null, LastSendAt: { } last } when _entry.Now < last + Schedule.LongestCall => last + Schedule.LongestCall,
        // A key that surely did nothing is replaced at once.
        { State: RefundProgress.Requested, QueryOnly: true } when _refundBefore!.State != RefundProgress.Requested => _entry.Now,
        var stuck when RefundStates.IsStuck(stuck) => _entry.Now + Schedule.Attention,
        var open when RefundStates.IsOpen(open.State) => _entry.Now + _input.Pace.Backoff(open.RecheckCount),
        _ => null,
    };

    /// <summary>What the shop hears of a refund that it asked for: a direct refusal is the answer to its call and no event.</summary>
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
            // Every key was answered with nothing done: what the gateway has against it is for an operator to find out.
            if (refund.KeyCount >= RefundStates.MostKeys)
                yield return OrderEventType.NeedsAttention;
        }
    }
}
