using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>
/// Works on a refund under the lease of its attempt (docs/spec/money.md §6). The first call sends the cancel and records the answer. Recovery
/// and reversals query first, send the cancel if it is still to be sent, and query again if that is needed.
/// </summary>
internal sealed class RefundWork(CheckoutContext context, GatewayCalls calls, PurchaseCommits commits, OutcomeRecorder recorder)
{
    /// <summary>Sends the cancel of a refund whose intent has just been committed (state Sent).</summary>
    public async Task<AttemptSnapshot> SendAsync(LeasedAttempt held, RefundRecord refund, RefundReceiveAccount? account, string actor)
    {
        var seen = await calls.CancelAsync(held, refund, account, firstOfKey: true).ConfigureAwait(false);
        return await recorder.RecordAsync(held.Entry, seen, actor).ConfigureAwait(false);
    }

    /// <summary>Queries an attempt that is being refunded or reversed, and sends its cancel, or sends it again, if that is the next step.</summary>
    public async Task<AttemptSnapshot> ContinueAsync(LeasedAttempt held, string actor)
    {
        var refunds = await context.ReadRefundsAsync(held.Attempt.OrderId).ConfigureAwait(false);
        var seen = await calls.QueryAsync(held.Attempt).ConfigureAwait(false);
        var shown = MonotoneObservations.Admit(held.Attempt, seen, held.Entry.Now).Seen;
        if (Next(held, refunds, shown) is not { } next)
            return await recorder.RecordAsync(held.Entry, seen, actor).ConfigureAwait(false);
        // The secret or the URL of the refund is no longer configured, so its idempotency key cannot be used again, and only queries show its
        // outcome.
        if (IsSpent(held.Attempt, next))
            return await recorder.RecordAsync(held.Entry, seen with { SpendsCancelKey = true }, actor).ConfigureAwait(false);
        if (await HoldAsync(held, next).ConfigureAwait(false) is not { } again)
            return await recorder.RecordAsync(held.Entry, seen, actor).ConfigureAwait(false);

        var firstOfKey = next.State == RefundProgress.Requested;
        var answer = await calls.CancelAsync(again.Held, again.Refund, account: null, firstOfKey).ConfigureAwait(false);
        // A reversal is done when a query shows it, not when the cancel is accepted.
        if (AttemptStates.GoesBack(again.Held.Attempt) && answer is { Cancel: CancelAnswer.Accepted, ByQuery: false })
            answer = (await calls.QueryAsync(again.Held.Attempt).ConfigureAwait(false)) with { Cancel = CancelAnswer.Accepted, CancelKey = answer.CancelKey };
        return await recorder.RecordAsync(again.Held.Entry, answer, actor).ConfigureAwait(false);
    }

    /// <summary>Returns the refund to send now; null when nothing is to be sent.</summary>
    private RefundRecord? Next(LeasedAttempt held, IReadOnlyList<RefundRecord> refunds, Observation shown)
    {
        var (attempt, now) = (held.Attempt, held.Entry.Now);
        if (shown.Payment is not { } payment || !IsMoney(attempt, shown.Fact) || attempt.PaymentKey is null)
            return null;
        if (refunds.FirstOrDefault(refund => refund.RefundId == attempt.OpenRefund) is { } open)
        {
            // An operator decided that the money stays with the shop, so the cancel of the reversal is only queried, not sent.
            if (RefundStates.IsOurs(open) && !AttemptStates.GoesBack(attempt))
                return null;
            var after = RefundReading.After(open, shown, refunds, now, now);
            return after.State is RefundProgress.Requested or RefundProgress.Unknown && RefundStates.MaySend(after with { State = open.State }, now)
                && !RefundReading.NeedsAccount(open, payment) ? open : null;
        }

        if (!AttemptStates.GoesBack(attempt) || !(attempt.State is AttemptState.Reversing or AttemptState.DuplicatePayment || AttemptStates.IsAtOperator(attempt.State)))
            return null;
        var balance = shown.Fact == ObservedFact.AwaitingDeposit ? null : payment.BalanceAmount;
        var reversal = RefundRows.OfReversal(context, held.Entry, balance, refunds.Count + 1);
        return reversal.Amount > 0 || balance is null ? RefundReading.NeedsAccount(reversal, payment) ? null : reversal : null;
    }

    private static bool IsMoney(Attempt attempt, ObservedFact fact) =>
        fact is ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.AwaitingDeposit || (fact == ObservedFact.Mismatch && AttemptStates.GoesBack(attempt));

    private bool IsSpent(Attempt attempt, RefundRecord refund) =>
        refund.State is RefundProgress.Sent or RefundProgress.Unknown && IsOfOtherSettings(context.Settings.Current, attempt, refund);

    private static bool IsOfOtherSettings(PaymentSettings settings, Attempt attempt, RefundRecord refund) =>
        settings.FindSecret(refund.SecretFingerprint) is null || RefundRows.Url(settings, attempt) != refund.RequestUrl;

    private async Task<(LeasedAttempt Held, RefundRecord Refund)?> HoldAsync(LeasedAttempt held, RefundRecord refund)
    {
        var settings = context.Settings.Current;
        // A new key is needed if the old one is spent and is known to have had no effect, or if the refund was never sent and its secret or its URL
        // is no longer that of the settings.
        var newKey = refund.QueryOnly || (refund.State == RefundProgress.Requested && IsOfOtherSettings(settings, held.Attempt, refund))
            ? context.Runtime.NewIdempotencyKey()
            : (IdempotencyKey?)null;
        var current = newKey is null
            ? refund
            : refund with { SecretFingerprint = settings.SecretKey.Fingerprint, RequestUrl = RefundRows.Url(settings, held.Attempt) };
        RefundRecord? sent = null;
        var result = await commits.RunAsync(held.Attempt.OrderId, null, 0, entry =>
        {
            if (entry is null || entry.Attempt.FencingToken != held.Attempt.FencingToken)
                return ValueTask.FromResult<LedgerCommit?>(null);
            (var attempt, sent) = RefundRows.Send(entry, current, newKey);
            return ValueTask.FromResult<LedgerCommit?>(AttemptMoves.Commit(entry, attempt, new MoveReason("refund", MoveReason.Recovery), refund: sent));
        }).ConfigureAwait(false);
        if (result.End != CommitEnd.Written || result.Entry!.Attempt.FencingToken != held.Attempt.FencingToken)
            return null;
        Log.RefundSent(context.Logger, held.Attempt.OrderId, sent!.RefundId);
        return (new LeasedAttempt(result.Entry, result.LeaseStart), sent);
    }
}
