using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>Commits what was observed: the third step of a confirm and the last of a recovery (money.md §3.3).</summary>
internal sealed class Settling(CheckoutContext context)
{
    private const int Retries = 5;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Applies the observation and gives the row as it is afterwards.</summary>
    /// <param name="entry">The row under the fencing number of the caller, as it was when the look began.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="actor">Who looked.</param>
    /// <param name="refund">The open refund of the attempt; null when it has none.</param>
    public async Task<LedgerEntry> SettleAsync(LedgerEntry entry, Observation seen, string actor, Refund? refund = null)
    {
        var (fence, begun) = (entry.Attempt.Fence, entry.Now);
        for (int failures = 0, stale = 0; ;)
        {
            try
            {
                var live = await LiveAsync(entry, seen).ConfigureAwait(false);
                var commit = Settlement.Apply(entry, seen, actor, context.Settings.Current.Recovery, refund, live);
                if (commit is null)
                    return entry;
                commit = KeepHint(commit, entry, begun);
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

    /// <summary>The state of another attempt that blocks the purchase, if the observation turns on it (the late truth).</summary>
    private async Task<AttemptState?> LiveAsync(LedgerEntry entry, Observation seen)
    {
        if (entry.Purchase.LiveAttempt is not { } live || live == entry.Attempt.OrderId || seen.Fact < ObservedFact.Approved)
            return null;
        var other = await context.Ledger.FindAsync(context.Merchant, live, CancellationToken.None).ConfigureAwait(false);
        return other?.Attempt.State;
    }

    /// <summary>A hint that came while this look was under way may tell of something later: it is looked again.</summary>
    private static LedgerCommit KeepHint(LedgerCommit commit, LedgerEntry entry, DateTimeOffset begun)
    {
        var move = commit.Moves[0];
        var missed = entry.Attempt.HintedAt > begun && !(move.Attempt.DueAt <= entry.Now);
        return missed ? commit with { Moves = [move with { Attempt = move.Attempt with { DueAt = entry.Now } }] } : commit;
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
