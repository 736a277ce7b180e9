using CheckoutDemo.Orders;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>One order with its journal and its refunds.</summary>
internal sealed record OrderFile(OrderCard Order, string? PaymentKey, bool NeedsAccount, IEnumerable<JournalCard> Journal, IEnumerable<RefundCard> Refunds)
{
    public static async Task<Results<Ok<OrderFile>, NotFound>> ReadAsync(string orderId, IOrderLedger ledger, CancellationToken pageLeft)
    {
        if (await StoryEndpoint.JournalAsync(ledger, orderId, pageLeft) is not { Count: > 0 } journal || await ledger.FindAsync("", journal[0].OrderId, pageLeft) is not { } entry)
            return TypedResults.NotFound();
        var refunds = await ledger.ReadRefundsAsync("", entry.Attempt.OrderId, pageLeft);
        return TypedResults.Ok(new OrderFile(
            OrderCard.Of(entry),
            entry.Attempt.PaymentKey?.Value,
            entry.Attempt is { DepositAccount: not null, State: AttemptState.Approved or AttemptState.PartlyCanceled },
            journal.Select((row, at) => JournalCard.Of(row, at == 0 ? null : journal[at - 1])),
            refunds.Select(RefundCard.Of)));
    }
}
