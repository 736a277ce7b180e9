using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Updates an attempt to the state of a payment at the gateway (docs/spec/money.md §9). It takes the row over, adds the payment key if the row has
/// none (for example after the restore of a backup), and lets recovery query and record the payment. A confirm whose idempotency key was lost is
/// never sent again. If the query is not answered, only an attempt in the state Created has moved: to Unknown, or to Superseded if another attempt
/// is live.
/// </summary>
internal sealed class TransactionAdoption(CheckoutContext context, PurchaseCommits commits, AttemptRecovery recovery)
{
    private const string Cause = "reconciled";
    private const string Actor = "reconciliation";

    /// <summary>
    /// Adopts the payment and returns the row as it is afterwards; null when the order has another payment, or another worker holds the row.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    public async Task<AttemptSnapshot?> AdoptAsync(OrderId orderId, PaymentKey paymentKey)
    {
        var result = await TakeAsync(orderId, paymentKey).ConfigureAwait(false);
        if (result.End == CommitEnd.PaymentKeyTaken && await ReleaseAsync(paymentKey, orderId).ConfigureAwait(false))
            result = await TakeAsync(orderId, paymentKey).ConfigureAwait(false);
        if (result.End is CommitEnd.Decided or CommitEnd.PaymentKeyTaken)
            return null;
        if (result.End != CommitEnd.Written)
            throw result.Failure ?? new LedgerException("The ledger refused the data of an adopted payment; nothing was written.") { NothingWritten = true };
        if (result.Entry!.Attempt.FencingToken == result.Commit!.Moves[0].Attempt.FencingToken)
            await recovery.RecoverAsync(new LeasedAttempt(result.Entry, result.LeaseStart)).ConfigureAwait(false);
        return await context.FindAsync(orderId).ConfigureAwait(false);
    }

    private Task<CommitResult> TakeAsync(OrderId orderId, PaymentKey paymentKey) => commits.RunAsync(orderId, null, 0, entry => ValueTask.FromResult(
        entry is null || (entry.Attempt.PaymentKey ?? paymentKey) != paymentKey || entry.Attempt.LeaseUntil > entry.Now
            ? null
            : AttemptMoves.Commit(entry, Take(entry, paymentKey), new MoveReason(Cause, Actor))));

    /// <summary>
    /// Removes the payment key from another order, which has it because a buyer sent the key with that order's id. Does so only if the other order is
    /// closed and was never paid. Returns whether the key was removed.
    /// </summary>
    private async Task<bool> ReleaseAsync(PaymentKey paymentKey, OrderId owner)
    {
        if (await context.Ledger.FindPaymentAsync(context.Merchant, paymentKey, CancellationToken.None).ConfigureAwait(false) is not { Attempt: var holder } || holder.OrderId == owner)
            return false;
        var result = await commits.RunAsync(holder.OrderId, null, 0, entry => ValueTask.FromResult(
            entry is { Attempt: { ApprovedAt: null, OpenRefund: null } attempt } && attempt.PaymentKey == paymentKey && AttemptStates.IsClosed(attempt.State) && !(attempt.LeaseUntil > entry.Now)
                ? AttemptMoves.Commit(entry, attempt with { PaymentKey = null, FencingToken = attempt.FencingToken + 1 }, new MoveReason(Cause, Actor))
                : null)).ConfigureAwait(false);
        return result.End == CommitEnd.Written;
    }

    private Attempt Take(AttemptSnapshot entry, PaymentKey paymentKey)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var held = attempt with { FencingToken = attempt.FencingToken + 1, LeaseUntil = now + LeasedAttempt.Lease, DueAt = now + LeasedAttempt.Lease };
        if (attempt.PaymentKey is not null)
            return held;
        // The idempotency key of the confirm is lost, so the confirm is never sent again. The payment is only queried.
        var known = held with { PaymentKey = paymentKey, IdempotencyKey = context.Runtime.NewIdempotencyKey(), QueryOnly = true, FirstSentAt = now, LastSendAt = now };
        return (attempt.State, entry.Purchase.LiveAttempt) switch
        {
            (AttemptState.Created, null) => known with { State = AttemptState.Confirming },
            // Another attempt has paid or may still pay, so this attempt can only become a late approval.
            (AttemptState.Created, _) => known with { State = AttemptState.Superseded },
            _ => known,
        };
    }
}
