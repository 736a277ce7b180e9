using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>Commits an observation: the third step of a confirm and the last step of a recovery (docs/spec/money.md §3).</summary>
internal sealed class OutcomeRecorder(CheckoutContext context, PurchaseCommits commits)
{
    private const int Retries = 5;

    /// <summary>Applies the observation, commits the result and returns the row as it is afterwards.</summary>
    /// <param name="held">The row under the caller's fencing token, as it was before the gateway was called.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="actor">The actor that called the gateway.</param>
    public async Task<AttemptSnapshot> RecordAsync(AttemptSnapshot held, Observation seen, string actor)
    {
        var refunds = new List<RefundRecord>();
        var result = await RunAsync(held, entry => ApplyAsync(entry, held, seen, actor, refunds)).ConfigureAwait(false);
        // The answer to a charge contains its payment key, but another order already holds that key, because a buyer sent it with the confirm of
        // that order. The outcome of the charge is written without the key.
        if (result.End == CommitEnd.PaymentKeyTaken)
            result = await RunAsync(held, async entry => WithoutKey(await ApplyAsync(entry, held, seen, actor, refunds).ConfigureAwait(false), entry)).ConfigureAwait(false);
        // The facts cannot be stored even without the texts that came with them, so the row is passed to an operator with the status that was seen.
        if (result.End == CommitEnd.DataRefused)
            result = await RunAsync(held, entry => ValueTask.FromResult<LedgerCommit?>(Attend(entry, seen, actor))).ConfigureAwait(false);
        if (result.End == CommitEnd.Written)
            return Report(held, result, refunds);
        // Nothing is lost: the row is due when its lease ends, and recovery queries it then (docs/spec/money.md §3).
        if (result.End != CommitEnd.Decided)
            Log.OutcomeNotWritten(context.Logger, result.Failure, held.Attempt.OrderId);
        else if (result.Entry?.Attempt.FencingToken != held.Attempt.FencingToken)
            Log.TakenOver(context.Logger, held.Attempt.OrderId);
        return result.Entry ?? held;
    }

    /// <summary>Runs the commit loop as long as the caller holds the row.</summary>
    private Task<CommitResult> RunAsync(AttemptSnapshot held, Func<AttemptSnapshot, ValueTask<LedgerCommit?>> decide) => commits.RunAsync(
        held.Attempt.OrderId,
        held,
        leaseStart: 0,
        async entry => entry is null || entry.Attempt.FencingToken != held.Attempt.FencingToken ? null : await decide(entry).ConfigureAwait(false),
        Retries);

    /// <param name="entry">The row as it was just read.</param>
    /// <param name="held">The row as it was before the gateway was called.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="actor">The actor that called the gateway.</param>
    /// <param name="refunds">Receives the refunds as they were before this commit.</param>
    private async ValueTask<LedgerCommit?> ApplyAsync(AttemptSnapshot entry, AttemptSnapshot held, Observation seen, string actor, List<RefundRecord> refunds)
    {
        var attempt = entry.Attempt;
        refunds.Clear();
        if (attempt.OpenRefund is not null || AccountPayout.HasFailed(seen.Payment))
            refunds.AddRange(await context.ReadRefundsAsync(attempt.OrderId).ConfigureAwait(false));
        var input = new TransitionInput(entry, held.Now, refunds, await OtherAsync(entry).ConfigureAwait(false), context.Settings.Current.Recovery, context.Pace.Shortest);
        var commit = Transition.Apply(input, seen, actor);
        return commit is null ? null : KeepNotification(commit, entry, held.Now);
    }

    /// <summary>Returns the kind of the attempt that blocks the purchase; none when no other attempt does.</summary>
    private async Task<OtherAttempt> OtherAsync(AttemptSnapshot entry)
    {
        if (entry.Purchase.LiveAttempt is not { } live || live == entry.Attempt.OrderId)
            return OtherAttempt.None;
        var other = await context.FindAsync(live).ConfigureAwait(false);
        return other is null ? OtherAttempt.None : AttemptStates.AsOther(other.Attempt);
    }

    private static LedgerCommit? WithoutKey(LedgerCommit? commit, AttemptSnapshot entry)
    {
        if (commit is null)
            return null;
        var move = commit.Moves[0];
        var again = entry.Now + Schedule.PendingRefund;
        var attempt = move.Attempt with { PaymentKey = entry.Attempt.PaymentKey, DueAt = move.Attempt.DueAt is { } due && due < again ? due : again };
        return commit with { Moves = [move with { Attempt = attempt, Journal = move.Journal is { } row ? row with { PaymentKey = attempt.PaymentKey } : null }, .. commit.Moves.Skip(1)] };
    }

    private static LedgerCommit Attend(AttemptSnapshot entry, Observation seen, string actor)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var why = new MoveReason("data-refused", actor, seen.Payment?.Status.Value is "DONE" or "CANCELED" or "PARTIAL_CANCELED" or "WAITING_FOR_DEPOSIT" ? seen.Payment.Status.Value : null);
        // If the attempt is closed and this answer shows that no money was taken, nothing is lost: the next recheck follows as planned.
        if (AttemptStates.IsClosed(attempt.State) && seen.Fact < ObservedFact.AwaitingDeposit)
            return AttemptMoves.Commit(entry, attempt with { DueAt = Schedule.NextRecheck(attempt, now, Schedule.PendingRefund), RecheckCount = attempt.RecheckCount + 1, LeaseUntil = null }, why);
        var later = attempt with { DueAt = now + Schedule.Attention, LeaseUntil = null };
        return AttemptStates.MayMove(attempt.State, AttemptState.NeedsAttention)
            ? AttemptMoves.Commit(entry, later with { State = AttemptState.NeedsAttention }, why, [OrderEventType.NeedsAttention])
            : AttemptMoves.Commit(entry, later, why);
    }

    private static LedgerCommit KeepNotification(LedgerCommit commit, AttemptSnapshot entry, DateTimeOffset begun)
    {
        var move = commit.Moves[0];
        return IsOver(move.Attempt) ? commit : commit with { Moves = [move with { Attempt = Schedule.KeepNotification(move.Attempt, entry.Attempt, begun) }, .. commit.Moves.Skip(1)] };
    }

    private static bool IsOver(Attempt attempt) =>
        attempt is { State: AttemptState.Canceled, DueAt: null } && (attempt.Balance ?? 0) <= attempt.RefundedByHand;

    /// <summary>Counts each refund once per outcome, whichever caller recorded it.</summary>
    private void CountRefunds(LedgerCommit commit, List<RefundRecord> before)
    {
        foreach (var refund in commit.Refunds)
        {
            if (before.Find(row => row.RefundId == refund.RefundId)?.State != refund.State && MetricWords.Outcome(refund.State) is { } outcome)
                Telemetry.CountRefund(context.Merchant, outcome, RefundStates.IsOurs(refund) ? "reversal" : "shop");
        }
    }

    private AttemptSnapshot Report(AttemptSnapshot before, CommitResult result, List<RefundRecord> refunds)
    {
        var after = result.Entry!;
        ConfirmCounter.Count(context.Merchant, before.Attempt.State, after.Attempt);
        CountRefunds(result.Commit!, refunds);
        if (result.Commit!.Moves is not [{ Journal: { } row }, ..])
            return after;
        if (row.To is AttemptState.Mismatch or AttemptState.NeedsAttention or AttemptState.DuplicatePayment && before.Attempt.State != row.To)
            Log.NeedsOperator(context.Logger, row.OrderId, before.Attempt.State, row.To, row.Cause, row.Evidence);
        else
            Log.Moved(context.Logger, row.OrderId, before.Attempt.State, row.To, row.Cause, row.Evidence);
        return after;
    }
}
