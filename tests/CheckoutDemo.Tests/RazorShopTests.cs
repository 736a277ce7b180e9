using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;
using static Microsoft.Playwright.Assertions;

namespace CheckoutDemo.Tests;

/// <summary>The Razor Pages sample, as a buyer uses it.</summary>
public sealed class RazorShopTests(Chromium chromium)
{
    [Fact]
    public async Task Buyer_cancels_continues_and_pays_and_the_next_purchase_is_a_new_one()
    {
        await using var shop = await RazorShopProcess.OpenAsync();
        await using var browser = await chromium.NewContextAsync(new() { Locale = "ko-KR" });
        var page = await browser.NewPageAsync();
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        await page.GotoAsync(shop.Address);

        await PayAsync(page, window => window.CancelAsync());
        var order = page.Locator("#order");
        await Expect(order).ToHaveAttributeAsync("data-status", "canceledByBuyer");
        await Expect(order.GetByRole(AriaRole.Status)).ToHaveTextAsync("결제를 취소했습니다. 결제된 금액은 없습니다.");
        await order.GetByRole(AriaRole.Button).ClickAsync();
        await PayAsync(page, window => window.ApproveAsync());
        await Expect(order).ToHaveAttributeAsync("data-status", "paid");
        await Expect(order).ToContainTextAsync("머그컵 두 개");
        var paid = page.Url;

        // Opening the page of a paid order removes the purchase from the cart.
        await page.ReloadAsync();
        await Expect(order).ToHaveAttributeAsync("data-status", "paid");
        await page.GotoAsync(shop.Address);
        await PayAsync(page, window => window.ApproveAsync());
        await Expect(order).ToHaveAttributeAsync("data-status", "paid");
        Assert.NotEqual(paid, page.Url);
        Assert.DoesNotContain(console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static async Task PayAsync(IPage page, Func<WindowPage, Task> inWindow)
    {
        await page.Locator("#pay:enabled").ClickAsync();
        await inWindow(new WindowPage(page.FrameLocator("[role=dialog] iframe")));
    }
}
