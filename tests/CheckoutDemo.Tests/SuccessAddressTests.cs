using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>Only a real visit by a person confirms a payment; a prefetch does not.</summary>
public sealed class SuccessAddressTests(SharedShop shared, Chromium chromium)
{
    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    public async Task A_prefetch_of_the_success_address_confirms_nothing(string header, string value)
    {
        var demo = await shared.OpenAsync();
        var (orderId, address) = await AuthenticatedAsync(demo);

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
        Assert.Equal("open", await demo.StatusOfAsync(orderId));
    }

    [Fact]
    public async Task A_prefetch_by_the_browser_itself_confirms_nothing_and_the_visit_after_it_does()
    {
        var demo = await shared.OpenAsync();
        var (orderId, address) = await AuthenticatedAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, "/orders/no-such-order");
        await shop.ArriveAsync("notFound");

        // The page's own policy forbids inline speculation rules, so the test adds a prefetch link.
        var prefetched = shop.Page.WaitForResponseAsync(address);
        await shop.Page.EvaluateAsync(
            "address => { const link = document.createElement('link'); link.rel = 'prefetch'; link.href = address; document.head.append(link); }", address);
        Assert.Equal(503, (await prefetched).Status);
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));

        await shop.Page.GotoAsync(address);
        await shop.ArriveAsync("paid");
        Assert.Equal(["approve 38000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    private static async Task<(string OrderId, string Address)> AuthenticatedAsync(DemoShop demo)
    {
        var order = await demo.OpenOrderAsync();
        var orderId = order.GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, 38_000);
        return (orderId, $"{demo.Address}/payments/success?paymentKey={paymentKey}&orderId={orderId}&amount=38000");
    }
}
