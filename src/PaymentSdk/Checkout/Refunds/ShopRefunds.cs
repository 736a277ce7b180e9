using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>Makes the refunds that the shop requests. Each is committed before it is sent, one at a time per order (docs/spec/money.md §6).</summary>
internal sealed class ShopRefunds(CheckoutContext context, PurchaseCommits commits, RefundWork work, RunningCalls running) : IRefunds
{
    private static readonly TimeSpan LeasePoll = TimeSpan.FromMilliseconds(500);

    public async Task<RefundOutcome> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default)
    {
        CheckoutContext.RequireNoTransaction();
        var request = RefundRules.Check(refund);
        CheckoutContext.CheckWait(request.Wait, nameof(refund));
        cancellationToken.ThrowIfCancellationRequested();
        var begun = context.Time.GetTimestamp();
        if (await ReadEndedAsync(request.OrderId).ConfigureAwait(false) is not { } ended)
            return Unavailable(request);
        var step = new Step { Ended = ended, Begun = begun };
        while (true)
        {
            var result = await commits.RunAsync(request.OrderId, null, 0, entry => DecideAsync(entry, request, step)).ConfigureAwait(false);
            switch (result.End)
            {
                case CommitEnd.Written:
                    return await SendAsync(result, request, step, cancellationToken).ConfigureAwait(false);
                // Another worker queries this order now. This call waits for the end of that worker's lease, at most as long as the caller waits.
                case CommitEnd.Decided when step.IsLeased && context.WaitLeft(request.Wait, begun) > TimeSpan.Zero:
                    await context.Runtime.DelayAsync(LeasePoll, cancellationToken).ConfigureAwait(false);
                    continue;
                case CommitEnd.Decided when step.IsLeased:
                    return await StillLeasedAsync(request).ConfigureAwait(false);
                case CommitEnd.Decided when step.Asked is not null:
                    return await AgainAsync(result.Entry!, request, step, cancellationToken).ConfigureAwait(false);
                case CommitEnd.Decided:
                    return step.Refused ?? new RefundOutcome.NotFound(request.OrderId);
                case CommitEnd.NotWritten or CommitEnd.DataRefused or CommitEnd.PaymentKeyTaken:
                    return new RefundOutcome.NotRefunded(request.OrderId, new(
                        "원장에 기록되지 않았고 게이트웨이에 보낸 것도 없습니다. 같은 환불 id로 다시 요청하세요.",
                        "The ledger wrote nothing, and nothing was sent. Call again with the same refund id."));
                default:
                    return Unavailable(request);
            }
        }
    }

    public async Task<IReadOnlyList<RefundResult>> ListAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        if (await context.FindAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } entry)
            return [];
        var refunds = await context.ReadRefundsAsync(orderId, cancellationToken).ConfigureAwait(false);
        return [.. refunds.Select(refund => RefundResult.Of(refund, entry.Attempt))];
    }

    /// <summary>
    /// Returns the refunds that had ended when this call began; null when the ledger cannot be read. They are read before the order, because a
    /// refund that ends between the two reads ran at the same time as this call.
    /// </summary>
    private async Task<HashSet<RefundId>?> ReadEndedAsync(OrderId orderId)
    {
        try
        {
            var refunds = await context.ReadRefundsAsync(orderId).ConfigureAwait(false);
            return [.. refunds.Where(refund => !RefundStates.IsOpen(refund.State)).Select(refund => refund.RefundId)];
        }
        catch (LedgerException failure)
        {
            Log.LedgerUnavailable(context.Logger, failure);
            return null;
        }
    }

    /// <summary>
    /// Ends a call whose wait has expired. Reads the rows to find out whether another caller has begun the same refund in the meantime.
    /// </summary>
    private async Task<RefundOutcome> StillLeasedAsync(RefundRequest request)
    {
        try
        {
            var refunds = await context.ReadRefundsAsync(request.OrderId).ConfigureAwait(false);
            return refunds.Any(refund => refund.RefundId == request.RefundId)
                ? await ReadOutcomeAsync(request).ConfigureAwait(false)
                : new RefundOutcome.NotRefunded(request.OrderId, new(
                    "게이트웨이에서 주문을 확인하는 중이어서 환불을 보내지 않았습니다. 같은 환불 id로 다시 요청하세요.",
                    "The order is being checked with the payment API; nothing was sent. Call again with the same refund id."));
        }
        catch (LedgerException failure)
        {
            Log.LedgerUnavailable(context.Logger, failure);
            return Unavailable(request);
        }
    }

    private static RefundOutcome.Unavailable Unavailable(RefundRequest request) => new(request.OrderId, new(
        "원장을 읽지 못했습니다. 이번 요청으로 보낸 것은 없습니다. 같은 환불 id로 다시 요청하세요.",
        "The ledger cannot be read; nothing was sent by this call. Call again with the same refund id."));

    private async ValueTask<LedgerCommit?> DecideAsync(AttemptSnapshot? entry, RefundRequest request, Step step)
    {
        step.Clear();
        if (entry is null)
            return null;
        var refunds = await context.ReadRefundsAsync(request.OrderId).ConfigureAwait(false);
        step.Asked = refunds.FirstOrDefault(refund => refund.RefundId == request.RefundId);
        if (step.Asked is not null)
            return null;
        step.IsLeased = entry.Attempt.OpenRefund is null && entry.Attempt.LeaseUntil > entry.Now;
        if (step.IsLeased)
            return null;
        if (RefundRules.FindDuplicate(entry.Attempt, request, refunds.Where(refund => !step.Ended.Contains(refund.RefundId))) is { } open)
        {
            step.Refused = new RefundOutcome.AlreadyOpen(OrderProjection.Show(entry), RefundResult.Of(open, entry.Attempt));
            return null;
        }

        if (RefundRules.Refuse(entry, request) is { } why)
        {
            step.Refused = new RefundOutcome.NotRefundable(OrderProjection.Show(entry), why);
            return null;
        }

        var (attempt, sent) = RefundRows.Send(entry, RefundRows.Of(context, entry, request, refunds.Count + 1));
        step.Sent = sent;
        return AttemptMoves.Commit(entry, attempt with { FencingToken = attempt.FencingToken + 1 }, new MoveReason("refund", request.Actor), refund: sent);
    }

    /// <summary>Answers a second call with the same refund id: a double click, or a caller that reads the outcome.</summary>
    private async Task<RefundOutcome> AgainAsync(AttemptSnapshot entry, RefundRequest request, Step step, CancellationToken cancellationToken)
    {
        var asked = step.Asked!;
        if (request.Amount is { } amount && amount != asked.Amount)
            return new RefundOutcome.NotRefundable(OrderProjection.Show(entry), new(
                $"이 환불({asked.RefundId})은 이미 다른 금액으로 요청되었습니다. 다른 환불을 하려면 새 환불 id로 요청하세요.",
                $"The refund {asked.RefundId} was requested with a different amount. Use a new refund id for a new refund."));
        var outcome = running.Find<RefundOutcome>((request.OrderId, request.RefundId)) ?? ReadOutcomeAsync(request);
        return await WaitAsync(outcome, entry, asked, request, step.Begun, cancellationToken).ConfigureAwait(false);
    }

    private Task<RefundOutcome> SendAsync(CommitResult written, RefundRequest request, Step step, CancellationToken cancellationToken)
    {
        var refund = step.Sent!;
        var outcome = running.Join((request.OrderId, request.RefundId), async () =>
        {
            // If another worker has taken the row over since it was written, recovery sends the refund.
            if (written.Entry!.Attempt.FencingToken == written.Commit!.Moves[0].Attempt.FencingToken)
                await work.SendAsync(new LeasedAttempt(written.Entry, written.LeaseStart), refund, request.RefundAccount, request.Actor).ConfigureAwait(false);
            return await ReadOutcomeAsync(request).ConfigureAwait(false);
        });
        return WaitAsync(outcome, written.Entry!, refund, request, step.Begun, cancellationToken);
    }

    private async Task<RefundOutcome> ReadOutcomeAsync(RefundRequest request)
    {
        var refunds = await context.ReadRefundsAsync(request.OrderId).ConfigureAwait(false);
        var entry = await context.FindAsync(request.OrderId).ConfigureAwait(false);
        return Outcome(entry!, refunds.First(row => row.RefundId == request.RefundId));
    }

    private async Task<RefundOutcome> WaitAsync(
        Task<RefundOutcome> outcome, AttemptSnapshot entry, RefundRecord refund, RefundRequest request, long begun, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Runtime.ResultAsync(outcome, context.WaitLeft(request.Wait, begun), cancellationToken).ConfigureAwait(false);
        }
        // The refund is in the ledger, and recovery finishes it, even if this call failed.
        catch (Exception unfinished) when (unfinished is TimeoutException or LedgerException)
        {
            Log.RefundUnfinished(context.Logger, unfinished, refund.OrderId, refund.RefundId);
            return Outcome(entry, refund);
        }
    }

    private static RefundOutcome Outcome(AttemptSnapshot entry, RefundRecord refund)
    {
        var (order, result) = (OrderProjection.Show(entry), RefundResult.Of(refund, entry.Attempt));
        return result.Status switch
        {
            RefundResultStatus.Done => new RefundOutcome.Done(order, result),
            RefundResultStatus.Pending => new RefundOutcome.Pending(order, result),
            RefundResultStatus.Refused => new RefundOutcome.Refused(order, result),
            RefundResultStatus.PayoutFailed => new RefundOutcome.PayoutFailed(order, result),
            _ => new RefundOutcome.Checking(order, result),
        };
    }

    /// <summary>The findings of the last round of the loop, and the refunds that had ended when the call began.</summary>
    private sealed class Step
    {
        public RefundRecord? Asked { get; set; }

        public RefundRecord? Sent { get; set; }

        public RefundOutcome? Refused { get; set; }

        /// <summary>The refunds that had ended when this call began. Any other refund was open at some time during the call.</summary>
        public required HashSet<RefundId> Ended { get; init; }

        /// <summary>The timestamp at which the call began.</summary>
        public required long Begun { get; init; }

        public bool IsLeased { get; set; }

        public void Clear() => (Asked, Sent, Refused, IsLeased) = (null, null, null, false);
    }
}
