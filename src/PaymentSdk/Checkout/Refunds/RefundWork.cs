using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>
/// Sees an open refund through under the lease of its attempt: look, send if it is still to be sent, look again, write down
/// (money.md §6). The first call and every later one of recovery go the same way.
/// </summary>
internal sealed class RefundWork(CheckoutContext context, Sending sending, Settling settling)
{
    private const string SurplusReason = "중복 결제 자동 취소";

    /// <summary>Sends a refund that was just committed as sent.</summary>
    public async Task<LedgerEntry> SendAsync(HeldAttempt held, Refund refund, RefundReceiveAccount? account, string actor)
    {
        var seen = await sending.CancelAsync(held, refund, account, firstOfKey: true).ConfigureAwait(false);
        return await settling.SettleAsync(held.Entry, seen, actor, refund).ConfigureAwait(false);
    }

    /// <summary>Looks at an attempt with an open refund, and sends the refund (again) if that is what it waits for.</summary>
    public async Task<LedgerEntry> ContinueAsync(HeldAttempt held, string actor)
    {
        var refund = await FindAsync(held).ConfigureAwait(false);
        var seen = await sending.QueryAsync(held.Attempt).ConfigureAwait(false);
        if (refund is not null && IsToBeSent(held, refund, seen) && await HoldAsync(held, refund).ConfigureAwait(false) is { } again)
        {
            var firstOfKey = refund.State == RefundState.Requested;
            (held, refund) = again;
            var answer = await sending.CancelAsync(held, refund, account: null, firstOfKey).ConfigureAwait(false);
            // What is taken back is done when a query shows it, and not before.
            seen = held.Attempt.State is AttemptState.TakingBack or AttemptState.Surplus && answer.Cancel == CancelAnswer.Accepted
                ? (await sending.QueryAsync(held.Attempt).ConfigureAwait(false)) with { Cancel = CancelAnswer.Accepted }
                : answer;
        }

        return await settling.SettleAsync(held.Entry, seen, actor, refund).ConfigureAwait(false);
    }

    /// <summary>The open refund; a surplus that nobody asked to take back gets its own.</summary>
    private async Task<Refund?> FindAsync(HeldAttempt held)
    {
        var attempt = held.Attempt;
        var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, attempt.OrderId, CancellationToken.None).ConfigureAwait(false);
        return attempt.OpenRefund is { } open
            ? refunds.FirstOrDefault(refund => refund.CancelId == open)
            : attempt.PaymentKey is null ? null
            : RefundRows.TakeBack(context, held.Entry, refunds.Count + 1, SurplusReason, Why.Recovery);
    }

    private bool IsToBeSent(HeldAttempt held, Refund refund, Observation seen)
    {
        if (seen.Fact is not (ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.AwaitingDeposit))
            return false;
        var (settings, now) = (context.Settings.Current, held.Entry.Now);
        return RefundReading.After(refund, seen, now).State is RefundState.Requested or RefundState.Unknown
            && RefundStates.MaySend(refund, now)
            && !RefundReading.NeedsAccount(refund, seen.Payment!)
            && settings.FindSecret(refund.SecretFingerprint) is not null
            && RefundRows.Url(settings, held.Attempt) == refund.RequestUrl;
    }

    private async Task<(HeldAttempt Held, Refund Refund)?> HoldAsync(HeldAttempt held, Refund refund)
    {
        var leaseStart = context.Time.GetTimestamp();
        var entry = await context.Ledger.FindAsync(context.Merchant, held.Attempt.OrderId, CancellationToken.None).ConfigureAwait(false);
        if (entry is null || entry.Attempt.Fence != held.Attempt.Fence)
            return null;
        var (attempt, sent) = RefundRows.Send(entry, refund);
        var commit = AttemptMoves.Commit(entry, attempt, new Why("refund", Why.Recovery), refund: sent);
        if (await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) != LedgerCommitResult.Committed)
            return null;
        Log.RefundSent(context.Logger, attempt.OrderId, sent.CancelId);
        return (new HeldAttempt(commit.After(entry), leaseStart), sent);
    }
}
