using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>Settles one due row: query by payment key, confirm again if that is safe, apply (money.md §5).</summary>
internal sealed class Recovery(CheckoutContext context, Sending sending, Settling settling, RefundWork refunds, TakingBack takingBack)
{
    /// <summary>After the last possible send plus the longest call nothing of ours is in flight.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(75);

    public async Task RecoverAsync(HeldAttempt held)
    {
        using var scope = Log.OrderScope(context.Logger, context.Merchant, held.Attempt.OrderId);

        if (held.Attempt.OpenRefund is not null || held.Attempt.State is AttemptState.TakingBack or AttemptState.Surplus)
        {
            await refunds.ContinueAsync(held, Why.Recovery).ConfigureAwait(false);
            return;
        }

        var seen = await sending.QueryAsync(held.Attempt).ConfigureAwait(false);
        if (MayResend(held.Entry, seen) && await HoldForSendAsync(held).ConfigureAwait(false) is { } again)
        {
            var newKey = again.Attempt.IdempotencyKey != held.Attempt.IdempotencyKey;
            held = again;
            var answer = await sending.SendAsync(held, firstOfKey: newKey).ConfigureAwait(false);
            // An earlier send of this attempt did leave: that this one did not tells nothing of the money.
            seen = answer.Fact is ObservedFact.Nothing or ObservedFact.NotSent
                ? await sending.QueryAsync(held.Attempt, answer).ConfigureAwait(false)
                : answer;
        }

        var settled = await settling.SettleAsync(held.Entry, seen, Why.Recovery).ConfigureAwait(false);
        await CloseAccountBesideAsync(settled, seen).ConfigureAwait(false);
    }

    /// <summary>
    /// The buyer has paid after all (the late truth), and a virtual account that was opened meanwhile still waits for the
    /// same money: it is closed first, then this attempt is the one that paid.
    /// </summary>
    private async Task CloseAccountBesideAsync(LedgerEntry settled, Observation seen)
    {
        if (!AttemptStates.IsClosed(settled.Attempt.State) || seen.Fact is not (ObservedFact.Approved or ObservedFact.PartlyCanceled)
            || settled.Purchase.LiveAttempt is not { } live)
            return;
        var other = await context.Ledger.FindAsync(context.Merchant, live, CancellationToken.None).ConfigureAwait(false);
        if (other?.Attempt.State == AttemptState.AwaitingDeposit)
            await takingBack.WishAsync(live, "다른 결제로 이미 결제되었습니다", Why.Recovery, hold: false, CancellationToken.None).ConfigureAwait(false);
    }

    private bool MayResend(LedgerEntry entry, Observation seen)
    {
        var attempt = entry.Attempt;
        if (seen is not { Fact: ObservedFact.InProgress, Payment: { } payment } || attempt.PaymentKey is null || !AttemptStates.IsChecking(attempt.State))
            return false;
        // The window was opened with another amount: the gateway would refuse the stored one.
        if (payment.TotalAmount != attempt.Amount.Value)
            return false;
        if (attempt.FirstSentAt is not { } first || entry.Now >= first + Schedule.ResendWithin)
            return false;
        return IsAsStored(entry) && (!attempt.QueryOnly || MayTakeNewKey(entry));
    }

    /// <summary>A spent key is replaced only when its answer was temporary or told nothing, and nothing of ours is in flight (money.md §4).</summary>
    private static bool MayTakeNewKey(LedgerEntry entry) =>
        ErrorCatalogue.ClassOf(entry.Attempt.FailureCode ?? default) is ErrorClass.Temporary or ErrorClass.OutcomeUnknown or ErrorClass.Conflict
        && entry.Attempt.LastSendAt is { } last && entry.Now >= last + LongestCall;

    /// <summary>Whether the secret, the address and the body of the first send can be sent again to the letter.</summary>
    private bool IsAsStored(LedgerEntry entry)
    {
        var attempt = entry.Attempt;
        var settings = context.Settings.Current;
        if (attempt.SecretFingerprint is not { } fingerprint || settings.FindSecret(fingerprint) is null)
            return false;
        var (url, bodyHash) = Confirms.Describe(settings, entry, Confirms.IsBrandPay(attempt));
        return url == attempt.RequestUrl && bodyHash == attempt.RequestBodyHash;
    }

    private async Task<HeldAttempt?> HoldForSendAsync(HeldAttempt held)
    {
        var leaseStart = context.Time.GetTimestamp();
        var entry = await context.Ledger.FindAsync(context.Merchant, held.Attempt.OrderId, CancellationToken.None).ConfigureAwait(false);
        if (entry is null || entry.Attempt.Fence != held.Attempt.Fence || !AttemptStates.IsChecking(entry.Attempt.State))
            return null;

        var next = HeldAttempt.Send(entry.Attempt, entry.Now);
        if (next.QueryOnly)
            next = next with { IdempotencyKey = IdempotencyKey.New(), QueryOnly = false };
        var commit = AttemptMoves.Commit(entry, next, new Why("resend", Why.Recovery));
        return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed
            ? new HeldAttempt(commit.After(entry), leaseStart)
            : null;
    }
}
