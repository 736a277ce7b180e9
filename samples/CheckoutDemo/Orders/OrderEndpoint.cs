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
            var outcome = await checkout.OpenAsync(
                new NewPurchase
                {
                    PurchaseId = request.PurchaseId,
                    Amount = Money.Krw(request.Total),
                    OrderName = OrderName.Of(request.Lines, page),
                    CustomerKey = CustomerKey.Parse(Guid.NewGuid().ToString()),
                },
                pageLeft);
            return outcome.Match<Results<Created<OpenedOrder>, ProblemHttpResult>>(
                opened => TypedResults.Created($"/payments/orders/{opened.Order.OrderId}", OpenedOrder.Of(opened.Order)),
                notOpen => OrderProblem.NotOpen(notOpen.Live),
                _ => OrderProblem.PaymentUnavailable());
        }
        catch (LedgerException)
        {
            return OrderProblem.PaymentUnavailable();
        }
    }
}
