using System.Web;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The pages that a buyer sees while it is not known whether the payment was made.</summary>
public sealed class UncertainTests(Chromium chromium)
{
    /// <summary>Every call does its work, and no answer reaches the shop until the faults are cleared.</summary>
    private static readonly object NoAnswers = new { operation = "any", kind = "close-after-work" };

    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_buyer_whose_payment_is_being_checked_is_asked_not_to_pay_again_and_then_sees_it_paid(string start)
    {
        await using var own = await OpenAsync();
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("celadon-cup");
        await demo.Sandbox.ArmAsync(NoAnswers);

        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("checking");
        await Assertions.Expect(shop["order-text"]).ToContainTextAsync("do not pay again");
        Assert.Equal(0, await shop["pay-again"].CountAsync());

        await demo.Sandbox.ArmAsync();
        Assert.Equal(orderId, await shop.ArriveAsync("paid"));
        Assert.Equal(["approve 38000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task A_second_checkout_while_one_is_being_checked_leads_to_the_first()
    {
        await using var own = await OpenAsync();
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");
        await demo.Sandbox.ArmAsync(NoAnswers);
        var success = shop.Page.WaitForRequestAsync("**/payments/success?**");
        await shop.PayAsync();
        var first = HttpUtility.ParseQueryString(new Uri((await success).Url).Query)["orderId"]!;
        await Until.TrueAsync(async () => await demo.StatusOfAsync(first) == "checking");

        // The buyer grows impatient and starts over in another tab.
        var impatient = await ShopPage.VisitAsync(browser, demo.Address, "/#cart");
        await impatient["go-checkout"].ClickAsync();
        var orderId = await impatient.ArriveAsync("checking");

        Assert.Equal(first, orderId);
        await demo.Sandbox.ArmAsync();
        await impatient.ArriveAsync("paid");
        Assert.Equal(["approve 24000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    /// <summary>Opens a shop whose pages wait one second for an outcome and whose recovery queries every second.</summary>
    private static Task<OwnShop> OpenAsync() =>
        OwnShop.OpenAsync(("Payment__Wait", "00:00:01"), ("Payment__Recovery__Ladder__0", "00:00:01"), ("Payment__Recovery__MaxDelay", "00:00:01"));
}
