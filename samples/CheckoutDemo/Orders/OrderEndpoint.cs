using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary><c>POST /api/orders</c>: prices the cart on the server and opens the purchase.</summary>
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
        // A purchase keeps its price once it was sent. This one was refused or ran out, and the cart changed: it is reversed, so that money
        // that turns up for it goes back, and the new cart is a purchase of its own.
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

    /// <summary>A buyer of this shop has no account: each purchase has a buyer of its own, the same one whenever it is opened.</summary>
    private static CustomerKey BuyerOf(PurchaseId purchaseId) =>
        CustomerKey.Parse(new Guid(DigestOf(purchaseId).AsSpan(0, 16)).ToString());

    /// <summary>What people call the order. A real shop takes the number that its own orders have; this one has no other table than the ledger.</summary>
    private static string NumberOf(PurchaseId purchaseId) => $"M-{Convert.ToHexString(DigestOf(purchaseId).AsSpan(16, 4))}";

    private static byte[] DigestOf(PurchaseId purchaseId) => SHA256.HashData(Encoding.ASCII.GetBytes(purchaseId.Value));

    private static ProblemHttpResult Unavailable(HttpRequest page)
    {
        page.HttpContext.Response.Headers.RetryAfter = "5";
        return OrderProblem.OrderUnavailable();
    }
}
