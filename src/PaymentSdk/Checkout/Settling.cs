using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>Commits what was observed: the third step of a confirm and the last of a recovery (money.md §3.3).</summary>
internal sealed class Settling(CheckoutContext context)
{
    private const int Retries = 5;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Applies the observation and gives the row as it is afterwards.</summary>
    public async Task<LedgerEntry> SettleAsync(LedgerEntry entry, Observation seen, string actor)
    {
        var fence = entry.Attempt.Fence;
        for (int failures = 0, stale = 0; ;)
        {
            try
            {
                var commit = Settlement.Apply(entry, seen, actor, context.Settings.Current.RecoveryMaxDelay);
                if (commit is null)
                    return entry;
                if (await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed)
                    return Report(entry, commit.After(entry), commit);

                if (++stale >= StaleCommits.Most)
                    throw StaleCommits.Endless();
                // Stale: the row is read again, and what was seen is applied to what is there now.
                var fresh = await context.Ledger.FindAsync(context.Merchant, entry.Attempt.OrderId, CancellationToken.None).ConfigureAwait(false);
                if (fresh is null || fresh.Attempt.Fence != fence)
                {
                    Log.TakenOver(context.Logger, entry.Attempt.OrderId);
                    return fresh ?? entry;
                }

                entry = fresh;
            }
            catch (LedgerException away) when (failures++ < Retries)
            {
                Log.LedgerAway(context.Logger, away);
                await Task.Delay(RetryDelay * failures, context.Time).ConfigureAwait(false);
            }
            catch (LedgerException away)
            {
                Log.OutcomeNotWritten(context.Logger, away, entry.Attempt.OrderId);
                return entry;
            }
        }
    }

    private LedgerEntry Report(LedgerEntry before, LedgerEntry after, LedgerCommit commit)
    {
        if (commit.Moves[0].Journal is { } row)
            Log.Moved(context.Logger, row.OrderId, before.Attempt.State, row.To, row.Cause, row.Evidence);
        if (after.Attempt.State is AttemptState.Mismatch or AttemptState.NeedsAttention or AttemptState.Surplus && before.Attempt.State != after.Attempt.State)
            Log.NeedsPerson(context.Logger, after.Attempt.OrderId, after.Attempt.State);
        return after;
    }
}
