using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>The gateway notifies the demo of its payments by webhooks.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task A_deposit_is_recorded_although_no_buyer_opens_the_order()
    {
        await using var shop = await OwnShop.OpenAsync();
        var demo = shop.Demo;
        var order = await demo.OpenOrderAsync();
        var (orderId, amount) = (order.GetProperty("orderId").GetString()!, order.GetProperty("amount").GetProperty("value").GetDecimal());
        var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, amount, "VIRTUAL_ACCOUNT");
        using var confirmed = await demo.ConfirmAsync(paymentKey, orderId, amount);
        Assert.Equal(200, (int)confirmed.StatusCode);

        await demo.Sandbox.DepositAsync(paymentKey);

        // Recovery alone would query the order in an hour.
        await Until.TrueAsync(() => Task.FromResult(demo.Process.Output.Contains($"Order {orderId} is Paid", StringComparison.Ordinal)));
        using var health = await demo.CallAsync(HttpMethod.Get, "/health");
        Assert.Equal("Healthy", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
