using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary><c>POST /api/orders</c>: calculates the price of the cart on the server and opens the purchase.</summary>
internal static class OrderEndpoint
{
    public static async Task<Results<Created<OpenedOrder>, ProblemHttpResult>> OpenAsync(HttpRequest page, ICheckout checkout, CancellationToken pageLeft)
    {
        var (body, refusal) = await OrderBody.ReadAsync(page, pageLeft);
        if (refusal is not null)
            return refusal;
        if (!OrderRequest.TryRead(body, out var request, out var fault))
            return OrderProblem.Malformed(fault);

        try
        {
            var outcome = await OpenAsync(request, page, checkout, pageLeft);
            return outcome.Match<Results<Created<OpenedOrder>, ProblemHttpResult>>(
                opened => TypedResults.Created($"/payments/orders/{opened.Order.OrderId}", OpenedOrder.Of(opened.Order)),
                notOpen => OrderProblem.NotOpen(notOpen.Live),
                _ => Unavailable(page));
        }
        catch (LedgerException)
        {
            return Unavailable(page);
        }
    }

    private static async Task<OpenOutcome> OpenAsync(OrderRequest request, HttpRequest page, ICheckout checkout, CancellationToken pageLeft)
    {
        var outcome = await checkout.OpenAsync(Purchase(request, request.PurchaseId ?? PurchaseId.New(), page), pageLeft);
        // The price of a purchase is fixed once the first payment attempt has been sent. This purchase was declined or has expired, and the cart
        // has changed. It is reversed, so that a late payment of it is refunded, and the new cart becomes a new purchase.
        if (outcome is OpenOutcome.NotOpen { Live: { Status: PaymentOrderStatus.Declined or PaymentOrderStatus.Expired } closed } && await IsReversedAsync(closed.OrderId, checkout, pageLeft))
            outcome = await checkout.OpenAsync(Purchase(request, PurchaseId.New(), page), pageLeft);
        return outcome;
    }

    private static async Task<bool> IsReversedAsync(OrderId orderId, ICheckout checkout, CancellationToken pageLeft)
    {
        var outcome = await checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "The cart was changed", Actor = "shop" }, pageLeft);
        return outcome is ReversalOutcome.Reversed or ReversalOutcome.Watched;
    }

    private static NewPurchase Purchase(OrderRequest request, PurchaseId purchaseId, HttpRequest page) => new()
    {
        PurchaseId = purchaseId,
        Amount = Money.Krw(request.Total),
        OrderName = OrderName.Of(request.Lines, page),
        OrderNumber = NumberOf(purchaseId),
        CustomerKey = BuyerOf(purchaseId),
    };

    /// <summary>
    /// Returns the customer key. A buyer of this shop has no account, so each purchase has its own key, which stays the same when the purchase is
    /// opened again.
    /// </summary>
    private static CustomerKey BuyerOf(PurchaseId purchaseId) =>
        CustomerKey.Parse(new Guid(DigestOf(purchaseId).AsSpan(0, 16)).ToString());

    /// <summary>
    /// Returns the order number that staff and buyers use. A real shop uses the numbers of its own orders; this one has no table except the ledger.
    /// </summary>
    private static string NumberOf(PurchaseId purchaseId) => $"M-{Convert.ToHexString(DigestOf(purchaseId).AsSpan(16, 4))}";

    private static byte[] DigestOf(PurchaseId purchaseId) => SHA256.HashData(Encoding.ASCII.GetBytes(purchaseId.Value));

    private static ProblemHttpResult Unavailable(HttpRequest page)
    {
        page.HttpContext.Response.Headers.RetryAfter = "5";
        return OrderProblem.OrderUnavailable();
    }
}
