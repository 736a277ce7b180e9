using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>A page on an unregistered origin can neither open an order nor confirm a payment.</summary>
public sealed class OriginTests(SharedShop shared, Chromium chromium)
{
    private const string Fetch =
        """
        async ([address, body, type]) => {
          try {
            const answer = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
            return String(answer.status);
          } catch (error) { return error.name; }
        }
        """;

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task A_page_on_an_unregistered_origin_confirms_nothing(string type)
    {
        var demo = await shared.OpenAsync();
        await using var stranger = await ForeignPage.OpenAsync();
        var order = await demo.OpenOrderAsync();
        var orderId = order.GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, 38_000);
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(stranger.Origin);

        var body = $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":38000}""";
        var seen = await page.EvaluateAsync<string>(Fetch, new[] { $"{demo.Address}/payments/confirm", body, type });

        Assert.Equal("TypeError", seen);
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
        Assert.Equal("open", await demo.StatusOfAsync(orderId));
    }

    [Fact]
    public async Task A_page_on_an_unregistered_origin_opens_no_order()
    {
        var demo = await shared.OpenAsync();
        await using var stranger = await ForeignPage.OpenAsync();
        using var answer = await demo.CallAsync(
            HttpMethod.Post, "/api/orders", DemoShop.Json("""{"items":[{"sku":"candle","quantity":1}]}"""), stranger.Origin);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("urn:paymentsdk:problem:origin-not-registered", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_browser_cannot_call_the_payment_API_itself()
    {
        var demo = await shared.OpenAsync();
        await using var stranger = await ForeignPage.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var order = await demo.OpenOrderAsync();
        var orderId = order.GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, 38_000);
        var body = $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":38000}""";

        foreach (var address in new[] { stranger.Origin, $"{demo.Address}/" })
        {
            var messages = new List<string>();
            var page = await browser.NewPageAsync();
            page.Console += (_, message) => messages.Add(message.Text);
            await page.GotoAsync(address);
            var seen = await page.EvaluateAsync<string>(Fetch, new[] { new Uri(demo.Sandbox.Address, "/v1/payments/confirm").AbsoluteUri, body, "application/json" });

            Assert.Equal("TypeError", seen);
            Assert.Contains(messages, message => message.Contains("CORS policy", StringComparison.Ordinal));
        }

        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task The_checkout_page_says_what_it_may_load_and_who_may_frame_it()
    {
        var demo = await shared.OpenAsync();
        using var answer = await demo.CallAsync(HttpMethod.Get, "/");
        var gateway = demo.Sandbox.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(
            $"default-src 'self'; script-src 'self' {gateway}; connect-src 'self' {gateway}; frame-src {gateway}; style-src 'self'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin-allow-popups", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }
}
