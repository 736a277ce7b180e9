using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>All that lies on the operator's desk.</summary>
internal sealed record Desk(LedgerFigures Figures, IEnumerable<AttentionCard> Attention, IEnumerable<OrderCard> Orders, IEnumerable<BreakCard> Breaks, IEnumerable<EventCard> Events)
{
    private const int MostOrders = 30;

    public static async Task<Desk> ReadAsync(ICheckout checkout, IOrderLedger ledger, IReconciliation books, IOrderEvents events, CancellationToken pageLeft)
    {
        var figures = await ledger.ReadFiguresAsync("", pageLeft);
        var attention = await checkout.ListAttentionAsync(cancellationToken: pageLeft);
        var recent = await ledger.ListRecentAsync("", MostOrders, pageLeft);
        var breaks = await books.ListBreaksAsync(cancellationToken: pageLeft);
        var waiting = await events.ListUndeliveredAsync(cancellationToken: pageLeft);
        return new Desk(figures, attention.Select(AttentionCard.Of), recent.Select(OrderCard.Of), breaks.Select(BreakCard.Of), waiting.Select(EventCard.Of));
    }
}
