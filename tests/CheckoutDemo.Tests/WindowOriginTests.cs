using System.Net.Http.Json;
using System.Text.Json;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>
/// The pages that may frame the sandbox's windows in the demo and exchange messages with them: those of registered merchant origins.
/// </summary>
public sealed class WindowOriginTests(SharedShop shared, Chromium chromium)
{
    private const string Key = "test_gck_fake_shop";

    private const string DrawMethods =
        """
        async ([gateway, key]) => {
          await new Promise(loaded => document.head.append(Object.assign(document.createElement('script'), { src: gateway + '/v2/standard', onload: loaded })));
          const widgets = TossPayments(key).widgets({ customerKey: TossPayments.ANONYMOUS });
          await widgets.setAmount({ currency: 'KRW', value: 1000 });
          await Promise.all([widgets.renderPaymentMethods({ selector: '#methods' }), widgets.renderAgreement({ selector: '#terms' })]);
          return (await widgets.requestPayment({ orderId: 'order-of-another-page', orderName: 'Cup' }).catch(error => error)).code;
        }
        """;

    // The page sends the frame the same first message as the script would, regardless of what the frame has loaded.
    private const string FrameIt =
        """
        ([address, key]) => {
          window.heard = window.heard || [];
          window.onmessage = event => heard.push(JSON.stringify(event.data));
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.onload = () => {
            const order = { kind: 'widget', clientKey: key, amount: { currency: 'KRW', value: 1000 }, orderId: 'order-of-a-stranger', orderName: 'Cup' };
            frame.contentWindow.postMessage({ channel: 'payment-sandbox', type: 'connect', data: order }, '*');
          };
          document.body.append(frame);
        }
        """;

    [Theory]
    [InlineData("/window?clientKey=" + Key)]
    [InlineData("/window/methods?clientKey=" + Key)]
    [InlineData("/window/agreement?clientKey=" + Key)]
    [InlineData("/window/methods?clientKey=test_gck_of_nobody")]
    [InlineData("/window")]
    public async Task A_page_on_an_unregistered_origin_cannot_frame_the_window_and_receives_no_message_from_it(string path)
    {
        var demo = await shared.OpenAsync();
        await using var stranger = await ForeignPage.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(stranger.Origin);
        var blocked = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await page.EvaluateAsync(FrameIt, new[] { new Uri(demo.Sandbox.Address, path).AbsoluteUri, Key });

        await blocked;
        // The console message arrives before the load event of the frame. This round trip gives posted messages time to arrive.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => heard"));
    }

    [Fact]
    public async Task A_page_on_an_origin_of_Payment_MerchantOrigins_draws_the_widget_and_opens_the_window()
    {
        await using var friend = await ForeignPage.OpenAsync();
        await using var own = await OwnShop.OpenAsync(
            ("Payment__MerchantOrigins__0", friend.Origin), ("Payment__MerchantOrigins__1", "https://*.shops.example-mall.com"));
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(friend.Origin);

        var paying = page.EvaluateAsync<string>(DrawMethods, new[] { own.Demo.Sandbox.Address.GetLeftPart(UriPartial.Authority), Key });
        await new WindowPage(page.FrameLocator("[role=dialog] iframe"))["cancel"].ClickAsync();

        Assert.Equal("USER_CANCEL", await paying);
    }

    [Fact]
    public async Task The_laboratorys_registered_origin_may_frame_the_window_and_its_unregistered_one_may_not()
    {
        var demo = await shared.OpenAsync();
        using var described = await demo.CallAsync(HttpMethod.Get, "/api/lab");
        var lab = await described.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(demo.Sandbox.Address, "/window?clientKey=" + Key), TestContext.Current.CancellationToken);
        var framers = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("frame-ancestors ")[1].Split(' ');

        Assert.Contains(lab.GetProperty("registered").GetString(), framers);
        Assert.DoesNotContain(lab.GetProperty("unregistered").GetString(), framers);
        Assert.Contains(demo.Address, framers);
    }

    [Theory]
    [InlineData("http://localhost:0", "localhost", "Development")]
    [InlineData("http://localhost:0", "127.0.0.1", "Production")]
    [InlineData("http://localhost:0", "[::1]", "Development")]
    [InlineData("http://127.0.0.1:0", "localhost", "Production")]
    [InlineData("http://[::1]:0", "[::1]", "Production")]
    [InlineData("http://*:0", "127.0.0.1", "Staging")]
    public async Task A_buyer_pays_by_whichever_loopback_name_the_shop_was_opened(string listens, string name, string environment)
    {
        await using var own = await OwnShop.OpenAsync(("ASPNETCORE_URLS", listens), ("ASPNETCORE_ENVIRONMENT", environment), ("Sandbox__Enabled", "true"));
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, $"http://{name}:{own.Demo.Process.Shop.Port}");

        await shop.FillCartAsync("celadon-cup");
        await shop.PayAsync();

        Assert.NotEmpty(await shop.ArriveAsync("paid"));
    }
}
