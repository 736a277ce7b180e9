using PaymentSdk;

namespace RazorShop;

/// <summary>The cart of a buyer: one purchase per cookie, so that a second tab or a reload pays the same purchase.</summary>
internal static class Cart
{
    public const string Name = "머그컵 두 개";

    private const string Cookie = "cart";

    public static Money Price { get; } = Money.Krw(15000);

    /// <summary><c>POST /api/orders</c>: opens the order of the page. The server sets the price.</summary>
    public static async Task<IResult> OpenAsync(HttpContext context, ICheckout checkout)
    {
        var purchaseId = PurchaseId.TryParse(context.Request.Cookies[Cookie], out var known, out _) ? known : PurchaseId.New();
        context.Response.Cookies.Append(Cookie, purchaseId.Value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        var outcome = await checkout.OpenAsync(new NewPurchase { PurchaseId = purchaseId, Amount = Price, OrderName = Name }, context.RequestAborted);
        return outcome.Match(
            opened => Results.Created($"/orders/{opened.Order.OrderId}", new { orderId = opened.Order.OrderId.Value }),
            // The purchase is already paid or is being checked, so the page shows that order.
            notOpen => Results.Problem(
                statusCode: StatusCodes.Status409Conflict, type: "urn:paymentsdk:problem:order-not-open",
                extensions: new Dictionary<string, object?> { ["orderId"] = notOpen.Live.OrderId.Value }),
            notFound => Results.NotFound());
    }

    /// <summary>Empties the cart if the order belongs to its purchase and is paid or waits for a deposit.</summary>
    public static async Task LeaveAsync(HttpContext context, string orderId, ICheckout checkout)
    {
        if (!OrderId.TryParse(orderId, out var id, out _) || await checkout.FindAsync(id, context.RequestAborted) is not { } order)
            return;
        if (order.Status is PaymentOrderStatus.Paid or PaymentOrderStatus.AwaitingDeposit && order.PurchaseId.Value == context.Request.Cookies[Cookie])
            context.Response.Cookies.Delete(Cookie);
    }
}
