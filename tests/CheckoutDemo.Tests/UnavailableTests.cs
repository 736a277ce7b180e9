using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>What a buyer sees while the payment service is away: surely nothing was charged.</summary>
public sealed class UnavailableTests(Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task While_the_payment_service_is_away_nothing_is_charged_and_a_new_order_can_be_paid_later(string start)
    {
        await using var own = await OwnShop.OpenAsync(
            ("Payment__ApiBaseAddress", "http://127.0.0.1:9"));
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("candle");

        await shop.PayAsync();

        if (start == "/")
        {
            await shop.ArriveAsync("expired");
            await Assertions.Expect(shop["order-text"]).ToContainTextAsync("Nothing was charged");
            await shop["pay-again"].ClickAsync();
        }
        else
        {
            await Assertions.Expect(shop["checkout-error"]).ToContainTextAsync("You were not charged");
            await shop["checkout-retry"].ClickAsync();
        }

        await shop.ReadyAsync();
    }
}
