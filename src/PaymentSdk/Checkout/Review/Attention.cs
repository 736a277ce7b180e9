using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Review;

/// <summary>Lists the orders that need an operator, with their evidence and the next step (docs/spec/money.md §8).</summary>
internal sealed class Attention(CheckoutContext context)
{
    private static readonly AttemptState[] States = [AttemptState.NeedsAttention, AttemptState.Mismatch];
    private static readonly RefundProgress[] RefundsToSee = [RefundProgress.PayoutFailed, RefundProgress.Unknown, RefundProgress.Requested, RefundProgress.Pending];

    public async Task<IReadOnlyList<AttentionItem>> ListAsync(int maxCount, CancellationToken cancellationToken)
    {
        var items = new List<AttentionItem>();
        foreach (var entry in await context.Ledger.ListAsync(context.Merchant, States, maxCount, cancellationToken).ConfigureAwait(false))
        {
            items.Add(await ItemAsync(entry, null, cancellationToken).ConfigureAwait(false));
            foreach (var waiting in await WaitingForAsync(entry, cancellationToken).ConfigureAwait(false))
                items.Add(await ItemAsync(waiting, null, cancellationToken).ConfigureAwait(false));
        }

        foreach (var refund in await RefundsAsync(maxCount, cancellationToken).ConfigureAwait(false))
        {
            if (await context.FindAsync(refund.OrderId, cancellationToken).ConfigureAwait(false) is { } entry && !States.Contains(entry.Attempt.State))
                items.Add(await ItemAsync(entry, refund, cancellationToken).ConfigureAwait(false));
        }

        return [.. items.OrderBy(item => item.Since).Take(maxCount)];
    }

    /// <summary>Returns the refunds that need an operator. Most open refunds need none, so more of them are read until enough are found.</summary>
    private async Task<IEnumerable<RefundRecord>> RefundsAsync(int maxCount, CancellationToken cancellationToken)
    {
        for (var read = (long)maxCount; ; read *= 4)
        {
            var refunds = await context.Ledger.ListRefundsAsync(context.Merchant, RefundsToSee, (int)long.Min(read, int.MaxValue), cancellationToken).ConfigureAwait(false);
            RefundRecord[] found = [.. refunds.Where(RefundStates.NeedsOperator)];
            if (found.Length >= maxCount || refunds.Count < read)
                return found;
        }
    }

    /// <summary>Returns the late approvals that wait for the operator's decision on this attempt.</summary>
    private async Task<IEnumerable<AttemptSnapshot>> WaitingForAsync(AttemptSnapshot entry, CancellationToken cancellationToken)
    {
        if (entry.Purchase.AttemptCount < 2 || entry.Purchase.LiveAttempt != entry.Attempt.OrderId)
            return [];
        var attempts = await context.Ledger.ReadAttemptsAsync(context.Merchant, entry.Purchase.PurchaseId, cancellationToken).ConfigureAwait(false);
        return attempts.Where(attempt => attempt.LateApprovalAt is not null && !States.Contains(attempt.State)).Select(attempt => entry with { Attempt = attempt });
    }

    private async Task<AttentionItem> ItemAsync(AttemptSnapshot entry, RefundRecord? refund, CancellationToken cancellationToken)
    {
        var journal = await context.Ledger.ReadJournalAsync(context.Merchant, entry.Purchase.PurchaseId, cancellationToken).ConfigureAwait(false);
        return new AttentionItem
        {
            Order = OrderProjection.Show(entry),
            State = entry.Attempt.State,
            PaymentKey = entry.Attempt.PaymentKey,
            TakenAmount = NextSteps.DifferentAmount(entry.Attempt),
            Since = refund?.ChangedAt ?? entry.Attempt.LateApprovalAt ?? entry.Attempt.ChangedAt,
            IsDuplicate = entry.Attempt.IsDuplicate,
            ReversalRequestedAt = entry.Attempt.ReversalRequestedAt,
            LateApprovalAt = entry.Attempt.LateApprovalAt,
            Refund = refund is null ? null : RefundResult.Of(refund, entry.Attempt),
            Evidence = [.. journal.Where(row => row.OrderId == entry.Attempt.OrderId).Select(EvidenceEntry.Of)],
            NextStep = NextSteps.For(entry.Attempt, refund),
            Resolutions = NextSteps.Resolutions(entry, refund),
        };
    }
}
