using PaymentSdk;
using PaymentSdk.Ledger;

namespace CheckoutDemo.Operator;

/// <summary>All that the operator's page shows.</summary>
internal sealed record Desk(LedgerStatistics Figures, IEnumerable<AttentionCard> Attention, IEnumerable<OrderCard> Orders, IEnumerable<BreakCard> Breaks, IEnumerable<EventCard> Events)
{
    private const int MaxOrders = 30;

    public static async Task<Desk> ReadAsync(IPaymentReviews reviews, IOrderLedger ledger, IReconciliation books, IOrderEvents events, CancellationToken pageLeft)
    {
        var figures = await ledger.ReadStatisticsAsync("", pageLeft);
        var attention = new List<AttentionCard>();
        foreach (var item in await reviews.ListAsync(cancellationToken: pageLeft))
            attention.Add(AttentionCard.Of(item, (await ledger.FindAsync("", item.Order.OrderId, pageLeft))?.Attempt));
        var recent = await ledger.ListRecentAsync("", MaxOrders, pageLeft);
        var breaks = await books.ListBreaksAsync(cancellationToken: pageLeft);
        var waiting = await events.ListUndeliveredAsync(cancellationToken: pageLeft);
        return new Desk(figures, attention, recent.Select(OrderCard.Of), breaks.Select(BreakCard.Of), waiting.Select(EventCard.Of));
    }
}
