using PaymentSdk.Checkout.Commit;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Brings an attempt to what the gateway shows of a payment (docs/spec/money.md §9): takes the row over, gives it the payment key if
/// a restore lost it, and lets recovery query and record it. Nothing is sent but queries: what is not the gateway's word moves
/// nothing but a created attempt, which then waits for that word.
/// </summary>
internal sealed class TransactionAdoption(CheckoutContext context, PurchaseCommits commits, AttemptRecovery recovery)
{
    private const string Cause = "reconciled";
    private const string Actor = "reconciliation";

    /// <summary>The row as it is afterwards; null when the payment is not this order's, or another worker holds the row.</summary>
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

    /// <summary>A buyer brought the payment key to another order, which is closed and was never paid by it: it lets the key go.</summary>
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
        // Which key it was confirmed with is not known any more: it is never sent again, only queried.
        var known = held with { PaymentKey = paymentKey, IdempotencyKey = context.Runtime.NewIdempotencyKey(), QueryOnly = true, FirstSentAt = now, LastSendAt = now };
        return (attempt.State, entry.Purchase.LiveAttempt) switch
        {
            (AttemptState.Created, null) => known with { State = AttemptState.Confirming },
            // Another attempt has paid or may pay: this one can only be a late approval beside it.
            (AttemptState.Created, _) => known with { State = AttemptState.Superseded },
            _ => known,
        };
    }
}
