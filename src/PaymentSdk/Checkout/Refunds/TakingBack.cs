using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>
/// Takes an order back: the intent is committed first, and from then on nothing confirms it; what was taken is cancelled until
/// a query shows that nothing is left (money.md §6). The API has no such call of its own.
/// </summary>
internal sealed class TakingBack(CheckoutContext context, RefundWork work, RunningCalls running)
{
    public async Task<TakeBackOutcome> TakeBackAsync(TakeBack wish, CancellationToken cancellationToken)
    {
        RefundRules.Validate(wish);
        try
        {
            var leaseStart = context.Time.GetTimestamp();
            var entry = await WishAsync(wish.OrderId, wish.Reason, wish.Actor, hold: true, cancellationToken).ConfigureAwait(false);
            if (entry is null)
                return new TakeBackOutcome.NotFound(wish.OrderId);
            if (entry.Attempt.State != AttemptState.TakingBack)
                return Outcome(entry);
            var held = new HeldAttempt(entry, leaseStart);
            var outcome = running.Join((wish.OrderId, nameof(TakeBack)), async () =>
                Outcome(await work.ContinueAsync(held, wish.Actor).ConfigureAwait(false)));
            return await outcome.WaitAsync(wish.Wait, context.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return await CheckingAsync(wish, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException away)
        {
            Log.LedgerAway(context.Logger, away);
            return new TakeBackOutcome.Unavailable(wish.OrderId, "The ledger is away. If nothing else is heard, ask again.");
        }
    }

    /// <summary>Commits the intent under a new fencing number: whoever is confirming now cannot write its outcome any more. Null when the order is unknown.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="hold">Whether the caller sees it through itself; otherwise it is due for recovery at once.</param>
    /// <param name="cancellationToken">Ends the reading, never a commit.</param>
    public async Task<LedgerEntry?> WishAsync(OrderId orderId, string reason, string actor, bool hold, CancellationToken cancellationToken)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var entry = await context.Ledger.FindAsync(context.Merchant, orderId, cancellationToken).ConfigureAwait(false);
            if (entry is null || await PrepareAsync(entry, reason, actor, hold, cancellationToken).ConfigureAwait(false) is not { } commit)
                return entry;
            if (await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed)
            {
                Log.Moved(context.Logger, orderId, entry.Attempt.State, commit.Moves[0].Attempt.State, "take-back", reason);
                return commit.After(entry);
            }
        }

        throw StaleCommits.Endless();
    }

    /// <summary>The commit of the intent; null when there is nothing to take back, or it is being done.</summary>
    private async Task<LedgerCommit?> PrepareAsync(LedgerEntry entry, string reason, string actor, bool hold, CancellationToken cancellationToken)
    {
        var (attempt, why) = (entry.Attempt, new Why("take-back", actor, reason));
        // Nothing was sent, and nothing will be: a confirm finds the order closed.
        if (attempt.State == AttemptState.Created)
            return AttemptMoves.Commit(entry, attempt with { State = AttemptState.Expired, DueAt = null, Fence = attempt.Fence + 1 }, why);
        if (!AttemptStates.MayMove(attempt.State, AttemptState.TakingBack))
            return null;

        var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, attempt.OrderId, cancellationToken).ConfigureAwait(false);
        var open = refunds.FirstOrDefault(refund => refund.CancelId == attempt.OpenRefund);
        // A refund that is on its way goes on; what it leaves is taken back when it has arrived.
        var goesOn = open is not null && RefundStates.IsOpen(open.State) && attempt.State != AttemptState.NeedsAttention;
        // A charge whose payment the gateway has not named yet has nothing to cancel by; recovery learns it first.
        var refund = goesOn ? open : attempt.PaymentKey is null ? null : RefundRows.TakeBack(context, entry, refunds.Count + 1, reason, actor);
        var next = attempt with
        {
            State = AttemptState.TakingBack,
            OpenRefund = refund?.CancelId,
            Fence = attempt.Fence + 1,
            LeaseUntil = hold ? entry.Now + HeldAttempt.Lease : null,
            DueAt = hold ? entry.Now + HeldAttempt.Lease : entry.Now,
            ExpirySeenAt = null,
            Tries = 0,
        };
        return AttemptMoves.Commit(entry, next, why, refund: goesOn ? null : refund);
    }

    private async Task<TakeBackOutcome> CheckingAsync(TakeBack wish, CancellationToken cancellationToken)
    {
        var entry = await context.Ledger.FindAsync(context.Merchant, wish.OrderId, cancellationToken).ConfigureAwait(false);
        return entry is null ? new TakeBackOutcome.NotFound(wish.OrderId) : Outcome(entry);
    }

    private static TakeBackOutcome Outcome(LedgerEntry entry)
    {
        var order = Orders.Show(entry);
        return entry.Attempt.State switch
        {
            AttemptState.NeedsAttention or AttemptState.Mismatch => new TakeBackOutcome.NeedsAttention(order),
            AttemptState.TakingBack or AttemptState.Surplus => new TakeBackOutcome.Checking(order),
            _ => new TakeBackOutcome.TakenBack(order),
        };
    }
}
