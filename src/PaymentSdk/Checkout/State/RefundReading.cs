using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// Determines the state of a refund from a query of the payment or from the answer to its cancel: the balance and the cancels of the payment decide,
/// and a cancel belongs to the refund by its transaction key, or by its amount and reason (docs/spec/money.md §6). Has no side effects.
/// </summary>
internal sealed class RefundReading
{
    private static readonly PaymentErrorCode CanceledElsewhere = PaymentErrorCode.From("ALREADY_CANCELED_PAYMENT");
    private static readonly PaymentErrorCode BalanceMoved = PaymentErrorCode.From("NOT_MATCHES_REFUNDABLE_AMOUNT");

    private readonly RefundRecord _refund;
    private readonly Observation _seen;
    private readonly Payment? _payment;
    private readonly HashSet<string> _owned;
    private readonly DateTimeOffset _begun;

    private RefundReading(RefundRecord refund, Observation seen, IReadOnlyCollection<RefundRecord> all, DateTimeOffset begun)
    {
        (_refund, _seen, _begun) = (refund, seen, begun);
        _payment = seen.Fact >= ObservedFact.AwaitingDeposit ? seen.Payment : null;
        _owned = all.Where(other => other.RefundId != refund.RefundId).Select(other => other.TransactionKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Returns the refund as it is after this observation.</summary>
    /// <param name="refund">The current refund.</param>
    /// <param name="seen">The part of the observation that may be applied.</param>
    /// <param name="all">All refunds of the attempt. A transaction key belongs to only one of them.</param>
    /// <param name="begun">When the query began, in database time.</param>
    /// <param name="now">The current database time.</param>
    public static RefundRecord After(RefundRecord refund, Observation seen, IReadOnlyCollection<RefundRecord> all, DateTimeOffset begun, DateTimeOffset now)
    {
        var reading = new RefundReading(refund, seen, all, begun);
        var next = reading.Judge();
        next = next with { TransactionKey = next.TransactionKey ?? reading.AnsweredKey, AnsweredCount = AnsweredCount(next, seen, now) };
        next = next with { QueryOnly = next.QueryOnly || (next.State != RefundProgress.Requested && (seen.SpendsCancelKey || IsWornOut(next, now))) };
        return next.State == refund.State
            ? next with { RecheckCount = refund.RecheckCount + 1 }
            : next with { ChangedAt = now, RecheckCount = RefundStates.IsOpen(refund.State) && next.State != RefundProgress.Pending ? refund.RecheckCount + 1 : 0 };
    }

    /// <summary>
    /// Returns the number of answered tries that left the refund open. The number that requires an operator is not reached within
    /// <see cref="RefundStates.AttentionAfter"/>, and is reached after a day in any case.
    /// </summary>
    private static int AnsweredCount(RefundRecord refund, Observation seen, DateTimeOffset now)
    {
        if (!RefundStates.IsOpen(refund.State))
            return refund.AnsweredCount;
        // A pending refund can take days. If it has been pending for a day and this answer does not show the payment, an operator must decide.
        if (refund.State == RefundProgress.Pending)
            return seen.Payment is not null ? 0 : now >= refund.ChangedAt + Schedule.GiveUpAfter ? RefundRecord.AnswersBeforeAttention : refund.AnsweredCount;
        var since = now - (refund.FirstSentAt ?? refund.RequestedAt);
        if (since >= Schedule.GiveUpAfter)
            return int.Max(refund.AnsweredCount, RefundRecord.AnswersBeforeAttention);
        var answered = refund.AnsweredCount + (seen.CancelCode is not null ? 1 : 0);
        return since < RefundStates.AttentionAfter ? int.Min(answered, RefundRecord.AnswersBeforeAttention - 1) : answered;
    }

    /// <summary>
    /// Whether the idempotency key was answered without effect for so long that the answer may be a replay. The gateway replays an answer for 15
    /// days, for example a 429.
    /// </summary>
    private static bool IsWornOut(RefundRecord refund, DateTimeOffset now) =>
        refund.State == RefundProgress.Unknown && refund.AnsweredCount >= RefundRecord.AnswersBeforeAttention - 1
        && now >= (refund.FirstSentAt ?? refund.RequestedAt) + RefundStates.KeyWornAfter;

    /// <summary>
    /// Returns whether the cancel needs a bank account that is not known. A deposit into a virtual account is refunded only to a bank account.
    /// </summary>
    public static bool NeedsAccount(RefundRecord? refund, Payment payment) =>
        refund is not { NeedsAccount: true } && payment.VirtualAccount is not null && !Observations.IsAwaitingDeposit(payment);

    private RefundRecord Judge()
    {
        if (_payment is not null && Find() is { } ours)
            return _refund with { State = StateOf(ours), TransactionKey = StorableText.Id(ours.TransactionKey) ?? _refund.TransactionKey, Amount = _refund.Amount ?? ours.CancelAmount };
        if (_seen.Fact == ObservedFact.Canceled)
            return Over();
        return _seen.Cancel switch
        {
            CancelAnswer.Refused => Refuse(_seen.CancelCode),
            // Nothing was sent. The buyer's account is not stored for a later send, so the caller must request the refund again under another id.
            CancelAnswer.NotSent => _refund.NeedsAccount ? Refuse(_seen.CancelCode) : _refund with { State = RefundProgress.Requested, FailureCode = _seen.CancelCode },
            _ => Wait(_refund with
            {
                State = _refund.State == RefundProgress.Sent ? RefundProgress.Unknown : _refund.State,
                FailureCode = _seen.CancelCode ?? _refund.FailureCode,
            }),
        };
    }

    /// <summary>
    /// Decides about a refund whose outcome is unknown. Two queries that show no cancel for it, long enough after the last send and far enough apart,
    /// prove that nothing was canceled and that nothing can still be canceled. The refund is then closed as refused, or returns to the
    /// state Requested to get a new key if its key is spent. Otherwise it stays open, and its cancel may be sent again under its key.
    /// </summary>
    private RefundRecord Wait(RefundRecord open)
    {
        if (open.State != RefundProgress.Unknown || open.TransactionKey is not null || _payment is null || !_seen.ByQuery || open.LastSendAt is not { } last || _begun < last + Schedule.LongestCall)
            return open;
        if (open.NoneSeenAt is not { } first)
            return open with { NoneSeenAt = _begun };
        if (_begun < first + MonotoneObservations.Agreement)
            return open;
        if (HasMoved(open))
            return open with { State = RefundProgress.Refused, FailureCode = BalanceMoved };
        if (open.NeedsAccount || open.KeyCount >= RefundStates.MostKeys || (open.FailureCode is { } code && Observations.IsFinal(code)))
            return open with { State = RefundProgress.Refused };
        return open.QueryOnly ? open with { State = RefundProgress.Requested, NoneSeenAt = null } : open with { NoneSeenAt = null };
    }

    /// <summary>Whether the payment has changed since the refund was requested: another balance, or a deposit where there was none.</summary>
    private bool HasMoved(RefundRecord open) =>
        open.RefundableAmount is { } balance ? _payment!.BalanceAmount is { } left && left != balance : _seen.Fact != ObservedFact.AwaitingDeposit;

    /// <summary>
    /// Decides about a refund when nothing is left and no cancel is ours. The refund is done if it was to close a virtual account, or if the payment
    /// lists no cancels; otherwise it is refused.
    /// </summary>
    private RefundRecord Over() => _refund.Amount is null || _payment?.Cancels is not { Count: > 0 }
        ? _refund with { State = RefundProgress.Done }
        : Refuse(CanceledElsewhere);

    private RefundRecord Refuse(PaymentErrorCode? code) => _refund with { State = RefundProgress.Refused, FailureCode = code ?? _refund.FailureCode };

    /// <summary>
    /// Finds our cancel among those that no other refund owns. In the answer to our own call it is the last one. In a query, a cancel from
    /// the provider's dashboard may have the same amount, so the reason identifies ours.
    /// </summary>
    private PaymentCancel? Find()
    {
        if ((_refund.TransactionKey ?? AnsweredKey) is { } key)
            return (_payment!.Cancels ?? []).FirstOrDefault(cancel => StorableText.Id(cancel.TransactionKey) == key);
        var candidates = Candidates();
        return _seen is { Cancel: CancelAnswer.Accepted, ByQuery: false } && candidates.Count > 0
            ? candidates[^1]
            : candidates.FirstOrDefault(cancel => string.Equals(cancel.CancelReason, _refund.Reason, StringComparison.Ordinal));
    }

    /// <summary>The transaction key of our cancel in the answer to our call; null when another refund owns it.</summary>
    private string? AnsweredKey => _seen is { Cancel: CancelAnswer.Accepted, CancelKey: { } key } && !_owned.Contains(key) ? key : null;

    /// <summary>Returns the cancels since the refund was requested that have its amount and that no other refund owns.</summary>
    private List<PaymentCancel> Candidates() => [.. (_payment!.Cancels ?? []).Skip(_refund.CancelsBefore)
        .Where(cancel => StorableText.Id(cancel.TransactionKey) is not { } other || !_owned.Contains(other))
        .Where(cancel => _refund.Amount is not { } amount || cancel.CancelAmount == amount)];

    private RefundProgress StateOf(PaymentCancel cancel) => cancel.CancelStatus?.Value switch
    {
        "IN_PROGRESS" => RefundProgress.Pending,
        "ABORTED" => RefundProgress.Refused,
        _ when AccountPayout.IsPending(_payment) => RefundProgress.Pending,
        _ when AccountPayout.HasFailed(_payment) => RefundProgress.PayoutFailed,
        _ => RefundProgress.Done,
    };
}
