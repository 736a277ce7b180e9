using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace StartShop.Tests;

/// <summary>The requests of a page on a Vite dev server through the proxy of vite.config.js, with the page's own Origin and Host.</summary>
public sealed class ViteTests(ShopFactory shop) : IClassFixture<ShopFactory>
{
    private const string DevServer = "http://localhost:5173";

    [Fact]
    public async Task A_page_of_the_dev_server_opens_an_order_and_the_window_returns_to_it()
    {
        await using var registered = Start("Payment:MerchantOrigins:0");
        using var page = Page(registered);

        using var opened = await page.PostAsJsonAsync("/api/orders", new { sku = "mug", quantity = 2 }, TestContext.Current.CancellationToken);
        var orderId = (await opened.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("orderId").GetString();
        var widget = await page.GetFromJsonAsync<JsonElement>($"/payments/widget?orderId={orderId}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Equal($"{DevServer}/payments/success", widget.GetProperty("successUrl").GetString());
    }

    [Fact]
    public async Task A_dev_server_that_is_not_registered_is_refused()
    {
        await using var unregistered = Start("Some:Setting");
        using var page = Page(unregistered);

        using var refused = await page.PostAsJsonAsync("/api/orders", new { sku = "mug", quantity = 2 }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("origin-not-registered", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Start(string setting)
    {
        var another = shop.WithWebHostBuilder(builder => builder.UseSetting(setting, DevServer));
        another.UseKestrel(0);
        another.StartServer();
        return another;
    }

    private static HttpClient Page(WebApplicationFactory<Program> shop)
    {
        var page = shop.CreateClient();
        page.DefaultRequestHeaders.Host = "localhost:5173";
        page.DefaultRequestHeaders.Add("Origin", DevServer);
        page.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        page.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        page.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");
        return page;
    }
}
