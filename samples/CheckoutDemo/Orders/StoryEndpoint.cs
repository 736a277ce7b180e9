using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;
using PaymentSdk.Ledger;

namespace CheckoutDemo.Orders;

/// <summary><c>GET /api/orders/{orderId}/story</c>: returns the steps of an order for its page.</summary>
internal static class StoryEndpoint
{
    public static async Task<Results<Ok<List<StoryStep>>, NotFound>> TellAsync(string orderId, IOrderLedger ledger, HttpResponse answer, CancellationToken pageLeft)
    {
        answer.Headers.CacheControl = "no-store";
        return await JournalAsync(ledger, orderId, pageLeft) is { } journal ? TypedResults.Ok(OrderStory.Of(journal)) : TypedResults.NotFound();
    }

    /// <summary>Returns the journal of one order, or null if there is no such order.</summary>
    public static async Task<List<JournalEntry>?> JournalAsync(IOrderLedger ledger, string text, CancellationToken cancellationToken)
    {
        if (!OrderId.TryParse(text, out var orderId, out _) || await ledger.FindAsync("", orderId, cancellationToken) is not { } entry)
            return null;
        var journal = await ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, cancellationToken);
        return [.. journal.Where(row => row.OrderId == orderId)];
    }
}
