using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PaymentSdk.Sandbox;

namespace StartShop.Tests;

public sealed class BuyingTests(ShopFactory shop) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task Two_mugs_are_paid_once_even_if_the_answer_is_lost()
    {
        using var page = shop.CreateClient();
        page.DefaultRequestHeaders.Add("Origin", page.BaseAddress!.GetLeftPart(UriPartial.Authority));   // as a browser does

        using var opened = await page.PostAsJsonAsync("/api/orders", new { sku = "mug", quantity = 2 }, TestContext.Current.CancellationToken);
        var orderId = (await opened.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("orderId").GetString()!;
        var paymentKey = shop.Sandbox.AuthenticatePayment(orderId, 15_000);                            // the buyer, in the window
        await shop.Sandbox.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1 });

        using var confirmed = await page.PostAsJsonAsync("/payments/confirm", new { paymentKey, orderId, amount = 15_000 }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        var payment = Assert.Single(shop.Sandbox.ReadPayments(), payment => payment.OrderId == orderId);
        Assert.Equal("DONE", payment.Status);
        Assert.Single(payment.Executions);
    }
}
