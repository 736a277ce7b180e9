using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>GET {p}/orders/{orderId}</c>: returns the state of an order to its page.</summary>
internal static class OrderEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        if (!call.TryGetOrderId(out var orderId))
            return OrderProblems.NotFound();
        using var scope = call.BeginOrder(orderId);
        var order = await call.FindAsync(orderId).ConfigureAwait(false);
        return order is null ? OrderProblems.NotFound() : OrderResult.Ok(order);
    }
}
