namespace CheckoutDemo.Tests.Running;

/// <summary>An order that was paid without a browser.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentKey">Its payment at the gateway.</param>
public sealed record PaidOrder(string OrderId, string PaymentKey)
{
    public static async Task<PaidOrder> PayAsync(DemoShop demo, string sku = "celadon-cup", decimal amount = 38_000)
    {
        var order = (await demo.OpenOrderAsync(sku)).GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(order, amount);
        using var answer = await demo.ConfirmAsync(paymentKey, order, amount);
        return new PaidOrder(order, paymentKey);
    }

    /// <summary>Creates an order whose card is refused.</summary>
    public static async Task<PaidOrder> DeclineAsync(DemoShop demo, string sku = "celadon-cup", decimal amount = 38_000)
    {
        var order = (await demo.OpenOrderAsync(sku)).GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(order, amount, confirmFailure: "REJECT_CARD_PAYMENT");
        using var answer = await demo.ConfirmAsync(paymentKey, order, amount);
        Assert.Equal(402, (int)answer.StatusCode);
        return new PaidOrder(order, paymentKey);
    }

    /// <summary>Creates an order for which the gateway always shows another amount, so that an operator must decide.</summary>
    public static async Task<PaidOrder> MismatchAsync(DemoShop demo)
    {
        await demo.Sandbox.ArmAsync(
            new { operation = "confirm", kind = "wrong-amount", count = 1 },
            new { operation = "get", kind = "wrong-amount", count = 1000 });
        var order = await PayAsync(demo);
        await Until.TrueAsync(async () => await demo.StatusOfAsync(order.OrderId) == "attention");
        return order;
    }
}
