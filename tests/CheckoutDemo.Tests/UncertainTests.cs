using System.Web;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The pages that a buyer sees while the payment service is slow.</summary>
public sealed class UncertainTests(Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_buyer_whose_payment_is_being_checked_is_asked_not_to_pay_again_and_then_sees_it_paid(string start)
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("celadon-cup");
        // The delay is longer than the 25 seconds that a page waits for an outcome.
        await demo.Sandbox.ArmAsync(new { operation = "confirm", kind = "delay-after-work", count = 1, delay = "00:00:35" });

        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("checking");
        await Assertions.Expect(shop["order-text"]).ToContainTextAsync("do not pay again");
        Assert.Equal(0, await shop["pay-again"].CountAsync());

        Assert.Equal(orderId, await shop.ArriveAsync("paid"));
        Assert.Equal(["approve 38000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task A_second_checkout_while_one_is_being_checked_leads_to_the_first()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");
        await demo.Sandbox.ArmAsync(new { operation = "confirm", kind = "delay-after-work", count = 1, delay = "00:00:35" });
        var success = shop.Page.WaitForRequestAsync("**/payments/success?**");
        await shop.PayAsync();
        var first = HttpUtility.ParseQueryString(new Uri((await success).Url).Query)["orderId"]!;
        await Until.TrueAsync(async () => await demo.StatusOfAsync(first) == "checking");

        // The buyer grows impatient and starts over in another tab.
        var impatient = await ShopPage.VisitAsync(browser, demo.Address, "/#cart");
        await impatient["go-checkout"].ClickAsync();
        var orderId = await impatient.ArriveAsync("checking");

        Assert.Equal(first, orderId);
        await impatient.ArriveAsync("paid");
        Assert.Equal(["approve 24000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }
}
