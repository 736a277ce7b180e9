using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout.People;

/// <summary>What needs a person, with its evidence and the next step (money.md §8).</summary>
internal sealed class Attention(CheckoutContext context)
{
    private static readonly AttemptState[] States = [AttemptState.NeedsAttention, AttemptState.Mismatch];
    private static readonly RefundState[] RefundsToSee = [RefundState.PayoutFailed, RefundState.Unknown, RefundState.Requested];

    public async Task<IReadOnlyList<AttentionItem>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var items = new List<AttentionItem>();
        foreach (var entry in await context.Ledger.ListAsync(context.Merchant, States, most, cancellationToken).ConfigureAwait(false))
            items.Add(await ItemAsync(entry, null, cancellationToken).ConfigureAwait(false));
        foreach (var refund in await context.Ledger.ListRefundsAsync(context.Merchant, RefundsToSee, most, cancellationToken).ConfigureAwait(false))
        {
            var stands = refund.State == RefundState.PayoutFailed || refund.Tries >= RefundStates.TriesBeforeAttention;
            if (stands && await context.Ledger.FindAsync(context.Merchant, refund.OrderId, cancellationToken).ConfigureAwait(false) is { } entry && !States.Contains(entry.Attempt.State))
                items.Add(await ItemAsync(entry, refund, cancellationToken).ConfigureAwait(false));
        }

        return [.. items.OrderBy(item => item.Since).Take(most)];
    }

    private async Task<AttentionItem> ItemAsync(LedgerEntry entry, Refund? refund, CancellationToken cancellationToken)
    {
        var journal = await context.Ledger.ReadJournalAsync(context.Merchant, entry.Purchase.PurchaseId, cancellationToken).ConfigureAwait(false);
        return new AttentionItem
        {
            Order = Orders.Show(entry),
            State = entry.Attempt.State,
            PaymentKey = entry.Attempt.PaymentKey,
            Since = refund?.ChangedAt ?? entry.Attempt.ChangedAt,
            Refund = refund,
            Evidence = [.. journal.Where(row => row.OrderId == entry.Attempt.OrderId)],
            NextStep = NextSteps.For(entry.Attempt, refund),
        };
    }
}
