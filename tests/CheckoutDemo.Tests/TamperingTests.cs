using System.Text.Json.Nodes;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>A page opens the window with an amount other than the one that the server fixed.</summary>
public sealed class TamperingTests(SharedShop shared, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_tampered_amount_is_refused_and_nothing_is_approved(string start)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var orderId = "";
        await browser.RouteAsync("**/api/orders", async route =>
        {
            var answer = await route.FetchAsync();
            var order = JsonNode.Parse(await answer.TextAsync())!;
            orderId = order["orderId"]!.GetValue<string>();
            order["amount"]!["value"] = 100;
            await route.FulfillAsync(new() { Response = answer, Body = order.ToJsonString() });
        });
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("soban");
        await Assertions.Expect(shop["total"]).ToHaveTextAsync("₩100");

        await shop.PayAsync();
        await (start == "/"
            ? Assertions.Expect(shop["order"]).ToHaveAttributeAsync("data-status", "open")
            : Assertions.Expect(shop["checkout-error"]).ToContainTextAsync("You were not charged"));

        var payment = Assert.Single(await demo.Sandbox.PaymentsOfAsync(orderId));
        Assert.Equal("IN_PROGRESS", payment.GetProperty("status").GetString());
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
        Assert.Equal("open", await demo.StatusOfAsync(orderId));
    }
}
