using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Reversals;

/// <summary>
/// Reverses an order. The request is committed first, and from then on the order is no longer confirmed. Any amount taken is canceled until a
/// query shows that nothing is left (docs/spec/money.md §6). The API itself has no reversal.
/// </summary>
internal sealed class ReversalProcess(CheckoutContext context, PurchaseCommits commits, RefundWork work, RunningCalls running)
{
    public async Task<ReversalOutcome> ReverseAsync(ReversalRequest request, CancellationToken cancellationToken)
    {
        CheckoutContext.RequireNoTransaction();
        ArgumentNullException.ThrowIfNull(request);
        RefundRules.CheckTexts(request.Reason, request.Actor, nameof(request));
        CheckoutContext.CheckWait(request.Wait, nameof(request));
        cancellationToken.ThrowIfCancellationRequested();
        var begun = context.Time.GetTimestamp();
        var (result, isHeld) = await RequestAsync(request.OrderId, request.Reason, request.Actor, hold: true).ConfigureAwait(false);
        if (result.End is not (CommitEnd.Written or CommitEnd.Decided))
            return Unavailable(request.OrderId, result.End);
        if (result.Entry is not { } entry)
            return new ReversalOutcome.NotFound(request.OrderId);
        try
        {
            return await context.Runtime.ResultAsync(Begin(entry, result, isHeld, request), context.WaitLeft(request.Wait, begun), cancellationToken).ConfigureAwait(false);
        }
        // The request is in the ledger, and recovery finishes it, even if this call failed.
        catch (Exception unfinished) when (unfinished is TimeoutException or LedgerException)
        {
            // Whether the money has reached the buyer's account was not read.
            return IsPaidOut(entry.Attempt) ? new ReversalOutcome.Checking(OrderProjection.Show(entry)) : Outcome(entry);
        }
    }

    /// <summary>Commits the request under a new fencing token, so that a worker that is confirming now can no longer write its outcome.</summary>
    /// <param name="orderId">The order id of the attempt.</param>
    /// <param name="reason">The reason, which is recorded and sent to the API as <c>cancelReason</c>.</param>
    /// <param name="actor">The actor who requests the reversal.</param>
    /// <param name="hold">Whether the caller continues the reversal itself; otherwise the row is due for recovery immediately.</param>
    /// <returns>The result of the commit, and whether this caller holds the row. A second caller never works under the token of the first.</returns>
    public async Task<(CommitResult Result, bool IsHeld)> RequestAsync(OrderId orderId, string reason, string actor, bool hold)
    {
        var holds = false;
        var result = await commits.RunAsync(orderId, null, 0, entry =>
        {
            // Another worker may be sending now. It can no longer write its outcome, and the reversal continues when that worker's lease has expired.
            holds = hold && entry is not null && !(entry.Attempt.LeaseUntil > entry.Now);
            return ValueTask.FromResult(entry is null ? null : Prepare(entry, reason, actor, holds));
        }).ConfigureAwait(false);
        var isHeld = holds && result is { End: CommitEnd.Written, Entry: { } written, Commit: { } commit }
            && written.Attempt.State == AttemptState.Reversing && written.Attempt.FencingToken == commit.Moves[0].Attempt.FencingToken;
        return (result, isHeld);
    }

    /// <summary>Returns this caller's own work, the running call of another caller in this process, or the outcome that the row shows.</summary>
    private Task<ReversalOutcome> Begin(AttemptSnapshot entry, CommitResult result, bool isHeld, ReversalRequest request)
    {
        if (entry.Attempt.State != AttemptState.Reversing)
            return OutcomeAsync(entry);
        var call = (request.OrderId, nameof(ReverseAsync));
        return isHeld
            ? running.Join(call, async () => await OutcomeAsync(await work.ContinueAsync(new LeasedAttempt(entry, result.LeaseStart), request.Actor).ConfigureAwait(false)).ConfigureAwait(false))
            : running.Find<ReversalOutcome>(call) ?? ReadAsync(entry);
    }

    private async Task<ReversalOutcome> ReadAsync(AttemptSnapshot entry) =>
        await OutcomeAsync(await context.FindAsync(entry.Attempt.OrderId).ConfigureAwait(false) ?? entry).ConfigureAwait(false);

    /// <summary>Returns the commit of the request; null when the request is already in the ledger or would change nothing.</summary>
    private static LedgerCommit? Prepare(AttemptSnapshot entry, string reason, string actor, bool holds)
    {
        var (attempt, why) = (entry.Attempt, new MoveReason("reverse", actor, reason));
        if (attempt.State is AttemptState.Reversing or AttemptState.DuplicatePayment)
            return null;
        var requested = attempt.ReversalRequestedAt is not null
            ? attempt
            : attempt with { ReversalRequestedAt = entry.Now, ReversalReason = reason, ReversalActor = actor };
        // An operator retries the cancel of a duplicate payment. The attempt stays a duplicate payment.
        if (attempt.IsDuplicate && attempt.State != AttemptState.Canceled)
            return AttemptMoves.Commit(entry, attempt with { State = AttemptState.DuplicatePayment, FencingToken = attempt.FencingToken + 1, DueAt = entry.Now, LeaseUntil = null, RecheckCount = 0 }, why);
        if (attempt.State == AttemptState.Created)
            return AttemptMoves.Commit(entry, requested with { State = AttemptState.Expired, DueAt = null, FencingToken = attempt.FencingToken + 1 }, why);
        if (AttemptStates.IsClosed(attempt.State) || attempt.State == AttemptState.Canceled)
            return attempt.ReversalRequestedAt is null ? AttemptMoves.Commit(entry, Watch(entry, requested), why) : null;

        var until = holds ? entry.Now + LeasedAttempt.Lease : attempt.LeaseUntil > entry.Now ? attempt.LeaseUntil : null;
        return AttemptMoves.Commit(
            entry,
            requested with { State = AttemptState.Reversing, FencingToken = attempt.FencingToken + 1, LeaseUntil = until, DueAt = until ?? entry.Now, ExpirySeenAt = null, RecheckCount = 0 },
            why);
    }

    /// <summary>
    /// Schedules the queries of a closed attempt that was sent. If it was already found to be paid, it is due at once, so that it is canceled.
    /// </summary>
    private static Attempt Watch(AttemptSnapshot entry, Attempt requested)
    {
        if (requested.LateApprovalAt is not null)
            return requested with { DueAt = entry.Now, RecheckCount = 0 };
        return requested.FirstSentAt is null ? requested : requested with { DueAt = Schedule.FirstRecheck(entry.Now), RecheckCount = 0 };
    }

    private static ReversalOutcome.Unavailable Unavailable(OrderId orderId, CommitEnd end) => end is CommitEnd.NotWritten or CommitEnd.DataRefused
        ? new(orderId, new(
            "원장에 기록되지 않아 바뀐 것이 없습니다. 다시 요청하세요.",
            "The ledger wrote nothing, and nothing changed. Call again."))
        { NothingWritten = true }
        : new(orderId, new(
            "원장을 읽지 못해 결제 취소 요청이 기록되었는지 알 수 없습니다. 다시 요청하세요.",
            "The ledger cannot be read; whether the request was written is not known. Call again."));

    /// <summary>
    /// Returns the outcome of a reversal. For a virtual account it also checks the refund to the buyer's account, which may be pending or failed.
    /// </summary>
    private async Task<ReversalOutcome> OutcomeAsync(AttemptSnapshot entry)
    {
        if (!IsPaidOut(entry.Attempt))
            return Outcome(entry);
        var refunds = await context.ReadRefundsAsync(entry.Attempt.OrderId).ConfigureAwait(false);
        return refunds.Any(refund => refund.State == RefundProgress.PayoutFailed) ? new ReversalOutcome.NeedsAttention(OrderProjection.Show(entry))
            : refunds.Any(refund => RefundStates.IsOpen(refund.State)) ? new ReversalOutcome.Checking(OrderProjection.Show(entry))
            : Outcome(entry);
    }

    /// <summary>Returns whether the money goes to the buyer's account, which takes longer than the cancel and may fail.</summary>
    private static bool IsPaidOut(Attempt attempt) => attempt is { State: AttemptState.Canceled, DepositAccount: not null };

    private static ReversalOutcome Outcome(AttemptSnapshot entry)
    {
        var (order, attempt) = (OrderProjection.Show(entry), entry.Attempt);
        return attempt.State switch
        {
            // The money is on its way to the buyer's account, and recovery queries the payment until it has arrived.
            AttemptState.Canceled when attempt is { DueAt: not null, DepositAccount: not null } => new ReversalOutcome.Checking(order),
            AttemptState.Canceled => new ReversalOutcome.Reversed(order),
            AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => Ended(entry, order),
            AttemptState.Reversing or AttemptState.DuplicatePayment => new ReversalOutcome.Checking(order),
            // An operator must resolve the order, or has decided that the money stays with the shop.
            _ => new ReversalOutcome.NeedsAttention(order),
        };
    }

    private static ReversalOutcome Ended(AttemptSnapshot entry, PaymentOrder order)
    {
        var attempt = entry.Attempt;
        var until = Schedule.WatchedUntil(attempt.ReversalRequestedAt > attempt.ChangedAt ? attempt.ReversalRequestedAt.Value : attempt.ChangedAt);
        return attempt.LateApprovalAt is not null ? new ReversalOutcome.Checking(order)
            : attempt.FirstSentAt is null || (attempt.DueAt is null && entry.Now >= until) ? new ReversalOutcome.Reversed(order)
            : new ReversalOutcome.Watched(order, until);
    }
}
