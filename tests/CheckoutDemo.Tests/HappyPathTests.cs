using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>A buyer buys something in a real browser, with the shop and the sandbox on two real origins.</summary>
public sealed class HappyPathTests(SharedShop shared, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_buyer_pays_by_card_and_sees_the_receipt(string start)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);

        await shop.FillCartAsync("celadon-cup", "green-tea");
        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("paid");

        Assert.Equal("Payment complete", await shop["order-title"].TextContentAsync());
        Assert.Equal("Celadon tea cup and 1 more", await shop["fact-name"].TextContentAsync());
        Assert.Equal("₩70,000", await shop["fact-amount"].TextContentAsync());
        Assert.Equal("Card", await shop["fact-method"].TextContentAsync());
        Assert.Matches("^M-[0-9A-F]{8}$", await shop["fact-number"].TextContentAsync());
        Assert.Equal(orderId, await shop["fact-order"].TextContentAsync());
        await Assertions.Expect(shop["fact-approved"]).ToBeVisibleAsync();
        await Assertions.Expect(shop["receipt"]).ToBeVisibleAsync();
        await Assertions.Expect(shop["test-mode"]).ToBeVisibleAsync();
        Assert.Equal(["approve 70000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task After_paying_the_cart_is_empty()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");
        await shop.PayAsync();
        await shop.ArriveAsync("paid");

        await shop["keep-shopping"].ClickAsync();

        await Assertions.Expect(shop["cart-empty"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_Korean_browser_gets_a_Korean_shop_and_can_switch_to_English()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync(new BrowserNewContextOptions { Locale = "ko-KR" });
        var shop = await ShopPage.VisitAsync(browser, demo.Address);

        await Assertions.Expect(shop["add-celadon-cup"]).ToHaveTextAsync("담기");
        await shop["language-en"].ClickAsync();
        await Assertions.Expect(shop["add-celadon-cup"]).ToHaveTextAsync("Add");
        await shop.Page.ReloadAsync();
        await Assertions.Expect(shop["add-celadon-cup"]).ToHaveTextAsync("Add");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_buyer_on_a_phone_pays_in_a_window_that_takes_over_the_tab(string start)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "ko-KR",
            ViewportSize = new() { Width = 390, Height = 844 },
            IsMobile = true,
            HasTouch = true,
            UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        });
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);

        await shop["add-brass-spoon"].TapAsync();
        await shop["cart-bar"].TapAsync();
        await shop["go-checkout"].TapAsync();
        await shop.ReadyAsync();
        await shop["pay"].TapAsync();
        await new WindowPage(shop.Page).ApproveAsync();
        var orderId = await shop.ArriveAsync("paid");

        Assert.Equal("결제가 완료되었습니다", await shop["order-title"].TextContentAsync());
        Assert.Equal(["approve 54000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task With_an_individual_key_the_same_page_opens_the_plain_window()
    {
        await using var own = await OwnShop.OpenAsync(
            ("Payment__SecretKey", "test_sk_fake_shop"), ("Payment__ClientKey", "test_ck_fake_shop"));
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);

        await shop.FillCartAsync("jogakbo");
        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("paid");

        Assert.Equal(["approve 27000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }
}
