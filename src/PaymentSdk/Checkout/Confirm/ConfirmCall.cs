using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// Makes one confirm in three steps with two commits (docs/spec/money.md §3): commit the intent, call with no transaction open, commit
/// the outcome. A buyer's disconnect cancels none of them.
/// </summary>
internal sealed class ConfirmCall(CheckoutContext context, Intent intent, GatewayCalls calls, OutcomeRecorder recorder)
{
    public async Task<ConfirmOutcome> RunAsync(PaymentConfirmation payment, AttemptSnapshot read, long leaseStart, CallProgress progress)
    {
        using var scope = Log.OrderScope(context.Logger, context.Merchant, payment.OrderId);
        var (held, refused) = await intent.CommitAsync(payment, read, leaseStart).ConfigureAwait(false);
        if (held is null)
            return refused!;
        progress.IsIntended = true;
        var seen = await calls.SendAsync(held, firstOfKey: true).ConfigureAwait(false);
        if (seen.Fact == ObservedFact.Nothing)
            seen = await calls.QueryAsync(held.Attempt, seen).ConfigureAwait(false);
        return OrderProjection.Outcome(await recorder.RecordAsync(held.Entry, seen, MoveReason.Checkout).ConfigureAwait(false));
    }
}

/// <summary>
/// The first commit of a confirm: the idempotency key, the fingerprint of the secret, the URL, the body hash and the lease for the send
/// (docs/spec/money.md §3).
/// </summary>
internal sealed class Intent(CheckoutContext context, PurchaseCommits commits)
{
    /// <summary>Commits the intent. When no attempt is returned, nothing is sent, and the outcome says why.</summary>
    /// <param name="payment">The payment that the window returned.</param>
    /// <param name="read">The order as it was just read; it is read again only if it has changed since.</param>
    /// <param name="leaseStart">A timestamp from before the order was read.</param>
    public async Task<(LeasedAttempt? Held, ConfirmOutcome? Refused)> CommitAsync(PaymentConfirmation payment, AttemptSnapshot read, long leaseStart)
    {
        ConfirmOutcome? refused = null;
        var key = context.Runtime.NewIdempotencyKey();
        var result = await commits.RunAsync(payment.OrderId, read, leaseStart, async entry =>
        {
            refused = await RefuseAsync(entry, payment).ConfigureAwait(false);
            return refused is null ? AttemptMoves.Commit(entry!, Prepare(entry!, payment, key), new MoveReason("confirm", MoveReason.Checkout)) : null;
        }).ConfigureAwait(false);
        return result.End switch
        {
            CommitEnd.Written => Hold(result, key),
            CommitEnd.Decided => (null, refused),
            CommitEnd.PaymentKeyTaken => (null, new ConfirmOutcome.NotOpen(OrderProjection.Show(result.Entry!))),
            CommitEnd.NotWritten or CommitEnd.DataRefused => (null, new ConfirmOutcome.NotCharged(payment.OrderId, "The ledger wrote nothing, and nothing was sent.")),
            _ => (null, OrderProjection.Unavailable(payment.OrderId)),
        };
    }

    /// <summary>
    /// Returns the written row under its lease. If another worker has taken the row over since, returns the outcome of that row instead.
    /// </summary>
    private static (LeasedAttempt? Held, ConfirmOutcome? Refused) Hold(CommitResult result, IdempotencyKey key)
    {
        var (written, intended) = (result.Entry!.Attempt, result.Commit!.Moves[0].Attempt);
        return written.FencingToken == intended.FencingToken && written.IdempotencyKey == key && written.State == AttemptState.Confirming
            ? (new LeasedAttempt(result.Entry, result.LeaseStart), null)
            : (null, OrderProjection.Outcome(result.Entry));
    }

    /// <summary>Returns why the order cannot be confirmed; null when it can. The outcome shows the attempt that blocks the purchase.</summary>
    private async ValueTask<ConfirmOutcome?> RefuseAsync(AttemptSnapshot? entry, PaymentConfirmation payment)
    {
        if (entry is null)
            return new ConfirmOutcome.NotFound(payment.OrderId);
        var isCreated = entry.Attempt.State == AttemptState.Created;
        if (isCreated && entry.Purchase.LiveAttempt is null)
            return null;
        if (!isCreated && entry.Attempt.PaymentKey == payment.PaymentKey)
            return OrderProjection.Outcome(entry);
        return new ConfirmOutcome.NotOpen(await OrderProjection.ShowBlockingAsync(context, entry).ConfigureAwait(false));
    }

    private Attempt Prepare(AttemptSnapshot entry, PaymentConfirmation payment, IdempotencyKey key)
    {
        var settings = context.Settings.Current;
        var next = LeasedAttempt.Send(entry.Attempt, entry.Now) with
        {
            Kind = ConfirmRoute.IsBrandPay(payment.PaymentType) ? AttemptKind.BrandPay : AttemptKind.Window,
            PaymentKey = payment.PaymentKey,
            IdempotencyKey = key,
        };
        var (url, bodyHash) = ConfirmRoute.Describe(settings, entry with { Attempt = next });
        return next with
        {
            SecretFingerprint = settings.SecretKey.Fingerprint,
            RequestUrl = url,
            RequestBodyHash = bodyHash,
            FencingToken = entry.Attempt.FencingToken + 1,
        };
    }
}
