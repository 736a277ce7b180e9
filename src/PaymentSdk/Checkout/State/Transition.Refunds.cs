using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>Applies an observation to an attempt that is being refunded or reversed (docs/spec/money.md §6).</summary>
internal sealed partial class Transition
{
    private static readonly PaymentErrorCode BalanceMoved = PaymentErrorCode.From("NOT_MATCHES_REFUNDABLE_AMOUNT");

    /// <summary>
    /// Whether the SDK cannot finish a reversal or the cancel of a duplicate payment: the cancel is refused, a deposit cannot be refunded
    /// because no account is known, five answered tries in half an hour changed nothing, or a day has passed.
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

    // An account that is being closed is queried until it can no longer be paid.
    private bool IsAccountOpen() => _entry.Attempt is { ApprovedAt: null, DepositAccount: { } account }
        && _entry.Now < Schedule.DepositOver(account.DueDate, _entry.Attempt.OpenedAt) + Schedule.GiveUpAfter;

    /// <summary>Returns when an open refund is queried next: hourly while it is pending, otherwise by the back-off schedule.</summary>
    private DateTimeOffset? RefundDue() => _refund switch
    {
        null => null,
        { State: RefundProgress.Pending } => _entry.Now + Schedule.PendingRefund,
        // Two agreeing queries show whether a spent key did anything. The first must begin after the longest call has ended.
        { State: RefundProgress.Unknown, QueryOnly: true, NoneSeenAt: { } first } when _entry.Now < first + MonotoneObservations.Agreement => first + MonotoneObservations.Agreement,
        { State: RefundProgress.Unknown, QueryOnly: true, TransactionKey: null, LastSendAt: { } last } when _entry.Now < last + Schedule.LongestCall => last + Schedule.LongestCall,
        // A key that surely did nothing is replaced at once.
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
            // Every key was answered without effect, so an operator must find the cause.
            if (refund.KeyCount >= RefundStates.MostKeys)
                yield return OrderEventType.NeedsAttention;
        }
    }
}
