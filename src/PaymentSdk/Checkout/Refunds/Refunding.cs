using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>Refunds that the shop asks for: committed before they are sent, one at a time per order (money.md §6).</summary>
internal sealed class Refunding(CheckoutContext context, RefundWork work, RunningCalls running)
{
    public async Task<CancelOutcome> CancelAsync(CancelPayment wish, CancellationToken cancellationToken)
    {
        RefundRules.Validate(wish);
        try
        {
            for (var stale = 0; stale < StaleCommits.Most; stale++)
            {
                var leaseStart = context.Time.GetTimestamp();
                var entry = await context.Ledger.FindAsync(context.Merchant, wish.OrderId, cancellationToken).ConfigureAwait(false);
                if (entry is null)
                    return new CancelOutcome.NotFound(wish.OrderId);
                var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, wish.OrderId, cancellationToken).ConfigureAwait(false);
                if (refunds.FirstOrDefault(refund => refund.CancelId == wish.CancelId) is { } asked)
                    return await AgainAsync(entry, asked, wish, cancellationToken).ConfigureAwait(false);
                if (RefundRules.Refuse(entry, wish) is { } why)
                    return new CancelOutcome.NotCancelable(Orders.Show(entry), why);

                var (attempt, sent) = RefundRows.Send(entry, RefundRows.Ask(context, entry, wish, refunds.Count + 1));
                var commit = AttemptMoves.Commit(entry, attempt with { Fence = attempt.Fence + 1 }, new Why("refund", wish.Actor), refund: sent);
                switch (await TryCommitAsync(commit).ConfigureAwait(false))
                {
                    case LedgerCommitResult.Committed:
                        return await SendAsync(new HeldAttempt(commit.After(entry), leaseStart), sent, wish, cancellationToken).ConfigureAwait(false);
                    case null:
                        return new CancelOutcome.Checking(Orders.Show(entry), sent);
                    default:
                        continue;
                }
            }

            throw StaleCommits.Endless();
        }
        catch (LedgerException away)
        {
            Log.LedgerAway(context.Logger, away);
            return new CancelOutcome.Unavailable(wish.OrderId, "The ledger is away; nothing was sent.");
        }
    }

    /// <summary>A commit that was not acknowledged may be there: then recovery sends the refund, and nothing is sent here.</summary>
    private async Task<LedgerCommitResult?> TryCommitAsync(LedgerCommit commit)
    {
        try
        {
            return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LedgerException unacknowledged)
        {
            Log.CommitInDoubt(context.Logger, unacknowledged, commit.Moves[0].Attempt.OrderId);
            return null;
        }
    }

    /// <summary>The same refund again: a double click, or somebody who wants to hear how it ended.</summary>
    private async Task<CancelOutcome> AgainAsync(LedgerEntry entry, Refund asked, CancelPayment wish, CancellationToken cancellationToken)
    {
        if (wish.Amount is { } amount && amount != asked.Amount)
            return new CancelOutcome.NotCancelable(Orders.Show(entry), $"The refund {asked.CancelId} was asked for with another amount. Use a new cancel id for another refund.");
        var outcome = running.Join((wish.OrderId, wish.CancelId), () => ReadOutcomeAsync(wish));
        return await WaitAsync(outcome, entry, asked, wish.Wait, cancellationToken).ConfigureAwait(false);
    }

    private Task<CancelOutcome> SendAsync(HeldAttempt held, Refund refund, CancelPayment wish, CancellationToken cancellationToken)
    {
        var outcome = running.Join((wish.OrderId, wish.CancelId), async () =>
        {
            await work.SendAsync(held, refund, wish.RefundAccount, wish.Actor).ConfigureAwait(false);
            return await ReadOutcomeAsync(wish).ConfigureAwait(false);
        });
        return WaitAsync(outcome, held.Entry, refund, wish.Wait, cancellationToken);
    }

    private async Task<CancelOutcome> ReadOutcomeAsync(CancelPayment wish)
    {
        var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, wish.OrderId, CancellationToken.None).ConfigureAwait(false);
        var entry = await context.Ledger.FindAsync(context.Merchant, wish.OrderId, CancellationToken.None).ConfigureAwait(false);
        return Outcome(entry!, refunds.First(row => row.CancelId == wish.CancelId));
    }

    private async Task<CancelOutcome> WaitAsync(Task<CancelOutcome> outcome, LedgerEntry entry, Refund refund, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return await outcome.WaitAsync(wait, context.Time, cancellationToken).ConfigureAwait(false);
        }
        // The refund is in the ledger and recovery sees it through, whatever became of this call.
        catch (Exception unfinished) when (unfinished is TimeoutException or LedgerException)
        {
            return new CancelOutcome.Checking(Orders.Show(entry), refund);
        }
    }

    private static CancelOutcome Outcome(LedgerEntry entry, Refund refund)
    {
        var order = Orders.Show(entry);
        return refund.State switch
        {
            RefundState.Done => new CancelOutcome.Done(order, refund),
            RefundState.Pending => new CancelOutcome.Pending(order, refund),
            RefundState.Refused => new CancelOutcome.Refused(order, refund),
            RefundState.PayoutFailed => new CancelOutcome.PayoutFailed(order, refund),
            _ => new CancelOutcome.Checking(order, refund),
        };
    }
}
