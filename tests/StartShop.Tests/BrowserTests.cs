using PaymentSdk.Sandbox.Tests.Window;
using static Microsoft.Playwright.Assertions;

namespace StartShop.Tests;

/// <summary>The pages of docs/start.md in a real browser.</summary>
public sealed class BrowserTests(ShopFactory shop, Chromium chromium) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task A_buyer_pays_and_sees_the_order()
    {
        await using var browser = await chromium.NewContextAsync(new() { Locale = "ko-KR" });
        var page = await browser.NewPageAsync();
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        await page.GotoAsync(shop.ClientOptions.BaseAddress.AbsoluteUri);

        await page.Locator("#pay:enabled").ClickAsync();
        await new WindowPage(page.FrameLocator("[role=dialog] iframe")).ApproveAsync();

        await Expect(page.Locator("#order")).ToHaveAttributeAsync("data-status", "paid");
        Assert.DoesNotContain(console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
