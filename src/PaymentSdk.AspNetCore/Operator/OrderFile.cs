using PaymentSdk.Ledger;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>One order with its journal and its refunds.</summary>
internal sealed record OrderFile(
    OrderCard Order, string? PaymentKey, bool NeedsAccount, string? BuyerPage, IEnumerable<JournalCard> Journal, IEnumerable<RefundCard> Refunds)
{
    public static async Task<OrderFile?> ReadAsync(OperatorCall call)
    {
        var ledger = call.Get<IOrderLedger>();
        if (!call.TryGetOrderId(out var orderId) || await ledger.FindAsync(call.Merchant, orderId, call.Left).ConfigureAwait(false) is not { } entry)
            return null;
        var purchase = await ledger.ReadJournalAsync(call.Merchant, entry.Purchase.PurchaseId, call.Left).ConfigureAwait(false);
        var journal = purchase.Where(row => row.OrderId == orderId).ToArray();
        var refunds = await ledger.ReadRefundsAsync(call.Merchant, orderId, call.Left).ConfigureAwait(false);
        return new OrderFile(
            OrderCard.Of(entry),
            entry.Attempt.PaymentKey?.Value,
            entry.Attempt is { DepositAccount: not null, State: AttemptState.Approved or AttemptState.PartlyCanceled },
            call.BuyerPageOf(entry.Purchase, orderId),
            journal.Select((row, at) => JournalCard.Of(row, at == 0 ? null : journal[at - 1])),
            refunds.Select(RefundCard.Of));
    }
}

/// <summary>A refund as the operators' page shows it.</summary>
internal sealed record RefundCard(string RefundId, string State, decimal? Amount, string Reason, string Actor, DateTimeOffset RequestedAt)
{
    public static RefundCard Of(RefundRecord refund) => new(
        refund.RefundId.Value, refund.State.ToString(), refund.Amount, refund.Reason, refund.Actor, refund.RequestedAt);
}

/// <summary>A row of the journal with its evidence, and with its step as a word for which the page has a sentence.</summary>
internal sealed record JournalCard(
    DateTimeOffset At, string? Step, decimal? Amount, string? From, string To, string Cause, string Actor, string? Evidence, string? Refund, string? RefundState)
{
    public static JournalCard Of(JournalEntry row, JournalEntry? before)
    {
        var step = JournalStep.Of(row, before);
        return new(
            row.RecordedAt, step?.Word, step?.Returned, row.From?.ToString(), row.To.ToString(), row.Cause, row.Actor, row.Evidence, row.RefundId?.Value, row.Refund?.ToString());
    }
}
