using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// The conditional-commit loop: reads, decides and commits, and repeats when another caller was faster. It handles every result of a
/// commit (stale, not acknowledged, surely not written, refused because of its data) for confirms, charges, refunds, reversals, operators and
/// reconciliation.
/// </summary>
internal sealed class PurchaseCommits(CheckoutContext context)
{
    /// <summary>
    /// The number of stale commits after which the loop ends. It exceeds the number of callers that can work on one purchase at once.
    /// </summary>
    private const int MostStale = 200;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Returns the commit to write on the row as it was read; null to write nothing.</summary>
    public delegate ValueTask<LedgerCommit?> Decision(AttemptSnapshot? entry);

    /// <summary>Runs the loop for the purchase of an attempt.</summary>
    /// <param name="orderId">The order id of the attempt.</param>
    /// <param name="read">The row as it was just read; null to read it here.</param>
    /// <param name="leaseStart">A timestamp from before <paramref name="read"/>.</param>
    /// <param name="decide">The decision; called again with the fresh row each time another caller was faster.</param>
    /// <param name="retries">The number of retries after a failure of the ledger.</param>
    public Task<CommitResult> RunAsync(OrderId orderId, AttemptSnapshot? read, long leaseStart, Decision decide, int retries = 0) =>
        RunAsync(new Run(context, () => context.FindAsync(orderId), decide, retries), read, leaseStart);

    /// <summary>Runs the loop on the row that <paramref name="find"/> returns.</summary>
    public Task<CommitResult> RunAsync(Func<ValueTask<AttemptSnapshot?>> find, Decision decide) =>
        RunAsync(new Run(context, find, decide, retries: 0), null, 0);

    private async Task<CommitResult> RunAsync(Run run, AttemptSnapshot? read, long leaseStart)
    {
        var result = await run.RunAsync(read, leaseStart).ConfigureAwait(false);
        if (result.End == CommitEnd.Written)
            context.Work.Raise();
        return result;
    }

    private sealed class Run(CheckoutContext context, Func<ValueTask<AttemptSnapshot?>> find, Decision decide, int retries)
    {
        private AttemptSnapshot? _entry;
        private long _leaseStart;
        private LedgerCommit? _doubtful;
        private long _doubtfulStart;
        private int _failures;
        private bool _isCommitting;

        public async Task<CommitResult> RunAsync(AttemptSnapshot? read, long leaseStart)
        {
            (_entry, _leaseStart) = (read, leaseStart);
            var isRead = read is not null;
            for (var stale = 0; stale < MostStale;)
            {
                try
                {
                    _isCommitting = false;
                    if (!isRead && await ReadAsync().ConfigureAwait(false) is { } found)
                        return found;
                    isRead = true;
                    if (await decide(_entry).ConfigureAwait(false) is not { } decided)
                        return End(CommitEnd.Decided);
                    var end = await CommitAsync(decided).ConfigureAwait(false);
                    if (end is not null)
                        return end;
                    (isRead, stale) = (false, stale + 1);
                }
                catch (LedgerException failure) when (_failures++ < retries)
                {
                    Log.LedgerUnavailable(context.Logger, failure);
                    isRead = false;
                    await context.Runtime.DelayAsync(RetryDelay * _failures, CancellationToken.None).ConfigureAwait(false);
                }
                catch (LedgerException failure)
                {
                    Log.LedgerUnavailable(context.Logger, failure);
                    if (_doubtful is not null)
                        return End(CommitEnd.InDoubt) with { Failure = failure };
                    // Only a failure of the commit itself proves that nothing was written. A failed read says nothing about earlier commits.
                    return _isCommitting && failure.NothingWritten
                        ? await EndNotWrittenAsync(CommitEnd.NotWritten, failure).ConfigureAwait(false)
                        : End(CommitEnd.Unreadable) with { Failure = failure };
                }
            }

            var endless = new LedgerException($"The ledger answered {MostStale} times that the purchase had changed. {(_doubtful is null ? "Nothing was written" : "Whether the last commit was written is not known")}; check the rows and the journal of the purchase.")
            {
                NothingWritten = _doubtful is null,
            };
            Log.LedgerUnavailable(context.Logger, endless);
            return _doubtful is null
                ? await EndNotWrittenAsync(CommitEnd.NotWritten, endless).ConfigureAwait(false)
                : End(CommitEnd.InDoubt) with { Failure = endless };
        }

        /// <summary>
        /// Reads the row. If a commit was not acknowledged, looks for it. Returns null when no such commit was found and it can no longer arrive.
        /// </summary>
        private async Task<CommitResult?> ReadAsync()
        {
            _leaseStart = context.Time.GetTimestamp();
            _entry = await find().ConfigureAwait(false);
            if (_doubtful is not { } commit)
                return null;
            if (_entry is { } there && (there.Purchase.CommitId == commit.Purchase.CommitId || await IsInJournalAsync(commit).ConfigureAwait(false)))
            {
                _doubtful = null;
                return Found(commit, there);
            }

            // The commit is not there yet and may still arrive. Raising the version makes it stale.
            if (_entry is { } waiting && waiting.Purchase.Version == commit.Purchase.Version)
                await context.Ledger.CommitAsync(Stamp(Raise(waiting)), CancellationToken.None).ConfigureAwait(false);
            if (_entry is null && commit.Purchase.Version == 0)
                return null;
            _doubtful = null;
            _leaseStart = context.Time.GetTimestamp();
            _entry = await find().ConfigureAwait(false);
            return _entry is { } fresh && (fresh.Purchase.CommitId == commit.Purchase.CommitId || await IsInJournalAsync(commit).ConfigureAwait(false))
                ? Found(commit, fresh)
                : null;
        }

        /// <summary>
        /// Returns the result for a commit that was found in the ledger. A lease in the commit began when the commit was first sent, however late it
        /// was found.
        /// </summary>
        private CommitResult Found(LedgerCommit commit, AttemptSnapshot entry) => new(CommitEnd.Written, entry, _doubtfulStart) { Commit = commit };

        /// <summary>Commits the decision. Returns null when the row must be read again.</summary>
        private async Task<CommitResult?> CommitAsync(LedgerCommit decided)
        {
            var commit = Stamp(await WithWaitingAsync(decided).ConfigureAwait(false));
            var result = await TryCommitAsync(commit).ConfigureAwait(false);
            if (result == LedgerCommitResult.DataRefused)
            {
                Telemetry.CountRefusedCommit(context.Merchant);
                context.RefusedCommits.Add();
                Log.DataRefused(context.Logger, commit.Moves[0].Attempt.OrderId);
                commit = Stamp(StoredFacts.Only(commit));
                result = await TryCommitAsync(commit).ConfigureAwait(false);
            }

            return result switch
            {
                LedgerCommitResult.Committed => End(CommitEnd.Written) with { Commit = commit, Entry = After(commit) },
                LedgerCommitResult.PaymentKeyTaken => End(CommitEnd.PaymentKeyTaken),
                LedgerCommitResult.DataRefused => await EndNotWrittenAsync(CommitEnd.DataRefused, null).ConfigureAwait(false),
                _ => null,
            };
        }

        /// <summary>
        /// Ends a run that is known to have written nothing. Reads the row again, because another caller may have made the same change.
        /// </summary>
        private async Task<CommitResult> EndNotWrittenAsync(CommitEnd end, LedgerException? failure)
        {
            try
            {
                _entry = await find().ConfigureAwait(false);
                var isDecided = await decide(_entry).ConfigureAwait(false) is null;
                return End(isDecided ? CommitEnd.Decided : end) with { Failure = failure };
            }
            catch (LedgerException unreadable)
            {
                Log.LedgerUnavailable(context.Logger, unreadable);
                return End(CommitEnd.Unreadable) with { Failure = failure ?? unreadable };
            }
        }

        /// <summary>Tries the commit. Returns null when it was not acknowledged; the commit is then in doubt until the row is read again.</summary>
        private async Task<LedgerCommitResult?> TryCommitAsync(LedgerCommit commit)
        {
            try
            {
                _isCommitting = true;
                var result = await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
                _isCommitting = false;
                return result;
            }
            catch (LedgerException unacknowledged) when (!unacknowledged.NothingWritten)
            {
                _isCommitting = false;
                Log.CommitInDoubt(context.Logger, unacknowledged, commit.Moves[0].Attempt.OrderId);
                (_doubtful, _doubtfulStart) = (commit, _leaseStart);
                return null;
            }
        }

        /// <summary>
        /// Returns the commit. If it decides the blocking attempt, it also makes due the late approvals that wait for that attempt.
        /// </summary>
        private async Task<LedgerCommit> WithWaitingAsync(LedgerCommit commit)
        {
            if (_entry is not { } before || before.Purchase.AttemptCount < 2 || commit.Moves is not [{ Attempt: var next }]
                || AttemptStates.AsOther(before.Attempt) == AttemptStates.AsOther(next))
                return commit;
            var attempts = await context.Ledger.ReadAttemptsAsync(context.Merchant, before.Purchase.PurchaseId, CancellationToken.None).ConfigureAwait(false);
            return attempts.Where(other => other.LateApprovalAt is not null && other.OrderId != next.OrderId)
                .Aggregate(commit, (all, waiting) => all.WithDue(waiting, before.Now));
        }

        private async Task<bool> IsInJournalAsync(LedgerCommit commit)
        {
            var journal = await context.Ledger.ReadJournalAsync(context.Merchant, commit.Purchase.PurchaseId, CancellationToken.None).ConfigureAwait(false);
            return journal.Any(row => row.CommitId == commit.Purchase.CommitId);
        }

        private LedgerCommit Stamp(LedgerCommit commit)
        {
            var id = context.Runtime.NewGuid();
            return commit with
            {
                Purchase = commit.Purchase with { CommitId = id },
                Moves = [.. commit.Moves.Select(move => move.Journal is { } row ? move with { Journal = row with { CommitId = id } } : move)],
            };
        }

        private static LedgerCommit Raise(AttemptSnapshot entry) => new() { Purchase = entry.Purchase, Moves = [] };

        private AttemptSnapshot After(LedgerCommit commit) => new(
            commit.Purchase with { Version = commit.Purchase.Version + 1 }, commit.Moves[0].Attempt, _entry?.Now ?? commit.Moves[0].Attempt.OpenedAt);

        private CommitResult End(CommitEnd end) => new(end, _entry, _leaseStart);
    }
}

/// <summary>
/// Removes the descriptive texts of a commit, so that the facts about money are written even when the database refuses a text from outside.
/// </summary>
internal static class StoredFacts
{
    public static LedgerCommit Only(LedgerCommit commit) => commit with
    {
        Moves = [.. commit.Moves.Select(move => move with { Attempt = Only(move.Attempt), Journal = move.Journal is { } row ? row with { Evidence = null } : null })],
        Movements = [.. commit.Movements.Select(line => line with { Method = null, GatewayMerchantId = null })],
    };

    private static Attempt Only(Attempt attempt) => attempt with { Method = null, ReceiptUrl = null, FailureCode = null, Notification = null };
}
