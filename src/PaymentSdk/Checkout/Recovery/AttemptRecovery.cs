using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>Resolves one due row: queries the payment, confirms it again if that is safe, and records the outcome (docs/spec/money.md §5).</summary>
internal sealed class AttemptRecovery(CheckoutContext context, GatewayCalls calls, PurchaseCommits commits, OutcomeRecorder recorder, RefundWork refunds, ReversalProcess reversals)
{
    private const string PaidOtherwise = "다른 결제로 이미 결제되었습니다";

    public async Task RecoverAsync(LeasedAttempt held)
    {
        using var scope = Log.OrderScope(context.Logger, context.Merchant, held.Attempt.OrderId);
        if (held.Attempt.OpenRefund is not null || AttemptStates.GoesBack(held.Attempt))
        {
            await refunds.ContinueAsync(held, MoveReason.Recovery).ConfigureAwait(false);
            return;
        }

        var seen = await calls.QueryAsync(held.Attempt).ConfigureAwait(false);
        if (MayResend(held.Entry, seen) && await HoldForSendAsync(held).ConfigureAwait(false) is { } again)
        {
            var newKey = again.Attempt.IdempotencyKey != held.Attempt.IdempotencyKey;
            held = again;
            var answer = await calls.SendAsync(held, firstOfKey: newKey).ConfigureAwait(false);
            // An earlier send of this attempt did leave this host, so NotSent for this send does not mean that no money was taken.
            seen = answer.Fact is ObservedFact.Nothing or ObservedFact.NotSent
                ? await calls.QueryAsync(held.Attempt, answer).ConfigureAwait(false)
                : answer;
        }

        var recorded = await recorder.RecordAsync(held.Entry, seen, MoveReason.Recovery).ConfigureAwait(false);
        await CloseAccountBesideAsync(recorded).ConfigureAwait(false);
    }

    /// <summary>
    /// If a late approval shows that the buyer has paid this attempt, closes a virtual account that was opened while the attempt counted as unpaid.
    /// After that, this attempt counts as the one that paid.
    /// </summary>
    private async Task CloseAccountBesideAsync(AttemptSnapshot recorded)
    {
        if (recorded.Attempt.LateApprovalAt is null || !AttemptStates.IsClosed(recorded.Attempt.State) || recorded.Purchase.LiveAttempt is not { } live)
            return;
        var other = await context.FindAsync(live).ConfigureAwait(false);
        if (other?.Attempt.State == AttemptState.AwaitingDeposit)
            await reversals.RequestAsync(live, PaidOtherwise, MoveReason.Recovery, hold: false).ConfigureAwait(false);
    }

    private bool MayResend(AttemptSnapshot entry, Observation seen)
    {
        var attempt = entry.Attempt;
        // The API does not document whether a query shows READY, IN_PROGRESS or 404 before approval. A 404 counts only if the query used the secret
        // and URL of the confirm.
        if (seen.Fact is not (ObservedFact.InProgress or ObservedFact.NotFound) || attempt.PaymentKey is null || ConfirmRoute.IsCharge(attempt)
            || !AttemptStates.IsChecking(attempt.State))
            return false;
        // The window was opened with a different amount, so the gateway would refuse the stored one.
        if (seen.Payment is { } payment && payment.TotalAmount != attempt.Amount.Value)
            return false;
        if (attempt.FirstSentAt is not { } first || entry.Now >= first + Schedule.ResendWithin)
            return false;
        return IsAsStored(entry) && (!attempt.QueryOnly || MayTakeNewKey(entry, seen));
    }

    /// <summary>
    /// Whether a spent idempotency key can be replaced: the payment is READY or IN_PROGRESS, its last error is temporary, unclear or a conflict of
    /// state, and no earlier send can still be in flight.
    /// </summary>
    private static bool MayTakeNewKey(AttemptSnapshot entry, Observation seen) =>
        seen.Fact == ObservedFact.InProgress
        && ErrorCatalog.ClassOf(entry.Attempt.FailureCode ?? default) is ErrorClass.Temporary or ErrorClass.OutcomeUnknown or ErrorClass.Conflict
        && entry.Attempt.LastSendAt is { } last && entry.Now >= last + Schedule.LongestCall;

    /// <summary>Whether the secret, the URL and the body of the first send can be sent again unchanged.</summary>
    private bool IsAsStored(AttemptSnapshot entry)
    {
        var attempt = entry.Attempt;
        var settings = context.Settings.Current;
        if (attempt.SecretFingerprint is not { } fingerprint || settings.FindSecret(fingerprint) is null)
            return false;
        var (url, bodyHash) = ConfirmRoute.Describe(settings, entry);
        return url == attempt.RequestUrl && bodyHash == attempt.RequestBodyHash;
    }

    private async Task<LeasedAttempt?> HoldForSendAsync(LeasedAttempt held)
    {
        var newKey = context.Runtime.NewIdempotencyKey();
        var result = await commits.RunAsync(held.Attempt.OrderId, null, 0, entry =>
        {
            if (entry is null || entry.Attempt.FencingToken != held.Attempt.FencingToken || !AttemptStates.IsChecking(entry.Attempt.State))
                return ValueTask.FromResult<LedgerCommit?>(null);
            var next = LeasedAttempt.Send(entry.Attempt, entry.Now);
            if (next.QueryOnly)
                next = next with { IdempotencyKey = newKey, QueryOnly = false };
            return ValueTask.FromResult<LedgerCommit?>(AttemptMoves.Commit(entry, next, new MoveReason("resend", MoveReason.Recovery)));
        }).ConfigureAwait(false);
        return result.End == CommitEnd.Written && result.Entry!.Attempt.FencingToken == held.Attempt.FencingToken
            ? new LeasedAttempt(result.Entry, result.LeaseStart)
            : null;
    }
}
