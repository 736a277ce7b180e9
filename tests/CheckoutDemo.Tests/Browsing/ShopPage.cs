using System.Collections.Concurrent;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests.Browsing;

/// <summary>A buyer's tab in the shop.</summary>
internal sealed class ShopPage(IPage page, string address)
{
    public IPage Page => page;

    public ILocator this[string testId] => page.GetByTestId(testId);

    /// <summary>The payment window in its overlay.</summary>
    public WindowPage Window => new(page.FrameLocator("[role=dialog] iframe"));

    public string OrderId => Uri.UnescapeDataString(new Uri(page.Url).AbsolutePath.Split('/')[^1]);

    /// <summary>The orders for which the page requested a new order id.</summary>
    public ConcurrentQueue<string> AskedAgain { get; } = [];

    public static async Task<ShopPage> VisitAsync(IBrowserContext context, string address, string path = "/")
    {
        var shop = new ShopPage(await context.NewPageAsync(), address);
        shop.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/attempts", StringComparison.Ordinal))
                shop.AskedAgain.Enqueue(new Uri(request.Url).Segments[^2].TrimEnd('/'));
        };
        await shop.GoAsync(path);
        return shop;
    }

    public Task GoAsync(string path) => page.GotoAsync(address + path);

    /// <summary>Puts one of each product into the cart, goes to the checkout, and waits until the buyer can pay.</summary>
    public async Task FillCartAsync(params string[] skus)
    {
        foreach (var sku in skus)
            await this[$"add-{sku}"].ClickAsync();
        await this["go-checkout"].ClickAsync();
        await ReadyAsync();
    }

    public Task ReadyAsync() => Assertions.Expect(this["pay"]).ToBeEnabledAsync(new() { Timeout = 60_000 });

    /// <summary>Opens the window and completes the payment in it.</summary>
    public async Task PayAsync(Func<WindowPage, Task>? inWindow = null)
    {
        await this["pay"].ClickAsync();
        await (inWindow ?? (window => window.ApproveAsync()))(Window);
    }

    /// <summary>Waits until the order's page shows a status, and returns the order id.</summary>
    public async Task<string> ArriveAsync(string status)
    {
        await Assertions.Expect(this["order"]).ToHaveAttributeAsync("data-status", status, new() { Timeout = 60_000 });
        return OrderId;
    }
}
