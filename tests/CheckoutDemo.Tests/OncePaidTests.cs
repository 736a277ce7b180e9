using System.Collections.Concurrent;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>Money moves only once, even if a buyer does something twice.</summary>
public sealed class OncePaidTests(SharedShop shared, Chromium chromium)
{
    [Fact]
    public async Task A_double_click_on_pay_opens_one_window_and_pays_once()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("celadon-cup");

        await shop["pay"].EvaluateAsync("button => { button.click(); button.click(); button.click(); }");
        Assert.Equal(1, await shop.Page.Locator("[role=dialog]").CountAsync());
        await shop.Window.ApproveAsync();
        var orderId = await shop.ArriveAsync("paid");

        Assert.Single(await demo.Sandbox.PaymentsOfAsync(orderId));
        Assert.Equal(["approve 38000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task Two_tabs_with_two_windows_of_one_order_approve_one_payment()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var order = await demo.OpenOrderAsync("moon-jar");
        var orderId = order.GetProperty("orderId").GetString()!;
        var first = await ShopPage.VisitAsync(browser, demo.Address, $"/?order={orderId}#checkout");
        var second = await ShopPage.VisitAsync(browser, demo.Address, $"/?order={orderId}#checkout");
        await first.ReadyAsync();
        await second.ReadyAsync();

        // Both windows are open before either is finished.
        await first["pay"].ClickAsync();
        await Assertions.Expect(first.Window["approve"]).ToBeVisibleAsync();
        await second["pay"].ClickAsync();
        await Assertions.Expect(second.Window["approve"]).ToBeVisibleAsync();
        // The window requires that its tab is visible, as it is for a person who clicks in it.
        await first.Page.BringToFrontAsync();
        await first.Window.ApproveAsync();
        await first.ArriveAsync("paid");
        await second.Page.BringToFrontAsync();
        await second.Window.ApproveAsync();
        await second.ArriveAsync("paid");

        Assert.Equal(2, (await demo.Sandbox.PaymentsOfAsync(orderId)).Length);
        Assert.Equal(["approve 128000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task Two_tabs_that_check_out_one_cart_pay_it_once()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var orders = new ConcurrentBag<string>();
        browser.Response += (_, answer) => Remember(answer, orders);
        var first = await ShopPage.VisitAsync(browser, demo.Address);
        await first.FillCartAsync("jogakbo");
        var second = await ShopPage.VisitAsync(browser, demo.Address, "/#checkout");
        await second.ReadyAsync();

        // Both tabs have the same order. The first window later returns a second payment of this order, which is never confirmed.
        await second.PayAsync();
        var paid = await second.ArriveAsync("paid");
        await first.Page.BringToFrontAsync();
        await first.PayAsync();
        Assert.Equal(paid, await first.ArriveAsync("paid"));

        Assert.Equal(2, orders.Count);
        Assert.Equal(["approve 27000"], await demo.Sandbox.ExecutionsOfAsync([.. orders]));
    }

    [Fact]
    public async Task Reloading_the_success_address_shows_the_same_receipt()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        var success = "";
        shop.Page.Request += (_, request) => success = request.Url.Contains("/payments/success?", StringComparison.Ordinal) ? request.Url : success;
        await shop.FillCartAsync("candle");
        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("paid");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await shop.Page.GotoAsync(success);
            Assert.Equal(orderId, await shop.ArriveAsync("paid"));
        }

        Assert.Equal(["approve 24000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    private static void Remember(IResponse answer, ConcurrentBag<string> orders)
    {
        if (answer.Url.EndsWith("/api/orders", StringComparison.Ordinal) && answer.Headers.TryGetValue("location", out var location))
            orders.Add(location.Split('/')[^1]);
    }
}
