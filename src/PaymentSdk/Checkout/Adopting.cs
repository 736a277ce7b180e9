namespace PaymentSdk.Checkout;

/// <summary>
/// Brings an attempt to what the gateway shows of a payment (money.md §9): takes the row over, gives it the payment key if a
/// restore lost it, and lets recovery query and settle it. Nothing is sent but queries: what is not the gateway's word moves
/// nothing but a created attempt, which then waits for that word.
/// </summary>
internal sealed class Adopting(CheckoutContext context, Recovery recovery)
{
    private const string Cause = "reconciled";
    private const string Actor = "reconciliation";

    /// <summary>The row as it is afterwards; null when the payment is not this order's, or somebody else holds the row.</summary>
    public async Task<LedgerEntry?> AdoptAsync(OrderId orderId, PaymentKey paymentKey)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var leaseStart = context.Time.GetTimestamp();
            var entry = await context.Ledger.FindAsync(context.Merchant, orderId, CancellationToken.None).ConfigureAwait(false);
            if (entry is null || (entry.Attempt.PaymentKey ?? paymentKey) != paymentKey || entry.Attempt.LeaseUntil > entry.Now)
                return null;
            var commit = AttemptMoves.Commit(entry, Take(entry, paymentKey), new Why(Cause, Actor));
            switch (await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false))
            {
                case LedgerCommitResult.Committed:
                    await recovery.RecoverAsync(new HeldAttempt(commit.After(entry), leaseStart)).ConfigureAwait(false);
                    return await context.Ledger.FindAsync(context.Merchant, orderId, CancellationToken.None).ConfigureAwait(false);
                case LedgerCommitResult.PaymentKeyTaken:
                    return null;
                default:
                    continue;
            }
        }
        throw StaleCommits.Endless();
    }

    private static Attempt Take(LedgerEntry entry, PaymentKey paymentKey)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var held = attempt with { Fence = attempt.Fence + 1, LeaseUntil = now + HeldAttempt.Lease, DueAt = now + HeldAttempt.Lease };
        if (attempt.PaymentKey is not null)
            return held;
        // Which key it was confirmed with is not known any more: it is never sent again, only queried.
        var known = held with { PaymentKey = paymentKey, IdempotencyKey = IdempotencyKey.New(), QueryOnly = true, FirstSentAt = now, LastSendAt = now };
        return (attempt.State, entry.Purchase.LiveAttempt) switch
        {
            (AttemptState.Created, null) => known with { State = AttemptState.Confirming },
            // Another attempt has paid or may pay: this one can only be a late truth beside it.
            (AttemptState.Created, _) => known with { State = AttemptState.Superseded },
            _ => known,
        };
    }
}
