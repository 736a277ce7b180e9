using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The messages between the shop's page and the frames of the gateway; no other page can take part.</summary>
public sealed class OriginTests(Chromium chromium)
{
    private static readonly HttpClient _http = new();

    [Fact]
    public async Task Messages_of_a_foreign_page_are_ignored_by_page_and_window()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await using var foreign = await Shop.OpenAsync("about:blank");
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync("promise");
        await checkout.Overlay["approve"].WaitForAsync();

        // A frame of another origin inside the page can reach both the page and the window.
        await checkout.Page.EvaluateAsync(
            """
            async address => {
              const frame = document.createElement('iframe');
              frame.id = 'foreign';
              frame.src = address;
              await new Promise(loaded => { frame.onload = loaded; document.body.appendChild(frame); });
            }
            """,
            $"{foreign.Origin}/bare");
        var attacker = checkout.Page.Frames.Single(frame => frame.Url.StartsWith(foreign.Origin, StringComparison.Ordinal));
        await attacker.EvaluateAsync(
            """
            () => {
              const forged = { succeeded: true, result: { paymentKey: 'forged', orderId: 'order-000001' } };
              const targets = [parent];
              for (let index = 0; index < parent.length; index++) {
                targets.push(parent[index]);
              }
              for (const target of targets) {
                target.postMessage({ channel: 'payment-sandbox', type: 'outcome', data: forged }, '*');
                target.postMessage({ channel: 'payment-sandbox', type: 'connect', data: { clientKey: 'test_gck_fake_shop' } }, '*');
                target.postMessage({ channel: 'payment-sandbox', type: 'amount', data: { currency: 'KRW', value: 1 } }, '*');
              }
            }
            """);
        await checkout.Overlay.ApproveAsync();

        Assert.DoesNotContain("forged", await checkout.ResultAsync(), StringComparison.Ordinal);
        await Assertions.Expect(checkout.Methods.Locator("legend em")).ToHaveTextAsync("₩15,000");
        Assert.Single(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task A_window_page_runs_only_the_gateways_own_files_and_is_framed_only_by_registered_origins()
    {
        await using var gateway = await SandboxGateway.StartAsync(options => options.Keys =
            [new SandboxKeyPair("test_gsk_fake_shop", "test_gck_fake_shop") { MerchantOrigins = ["https://myshop.com", "https://m.myshop.com"] }],
            TestContext.Current.CancellationToken);

        foreach (var page in new[] { "window", "window/methods", "window/agreement" })
        {
            using var answer = await _http.GetAsync(new Uri(gateway.Address, $"{page}?clientKey=test_gck_fake_shop"), TestContext.Current.CancellationToken);

            Assert.Equal(
                [
                    "Cache-Control: no-store",
                    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors https://myshop.com https://m.myshop.com",
                    "Referrer-Policy: no-referrer",
                    "X-Content-Type-Options: nosniff",
                ],
                answer.Headers.Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
                    .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());
        }
    }

    [Fact]
    public async Task A_page_of_an_unregistered_origin_cannot_open_a_window()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium, options => options.Keys =
            [new SandboxKeyPair("test_sk_fake_shop", "test_ck_fake_shop") { MerchantOrigins = ["https://myshop.com"] }]);
        var blocked = checkout.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await checkout.Page.EvaluateAsync(
            """
            () => {
              TossPayments('test_ck_fake_shop').payment({ customerKey: 'customer-1' })
                .requestPayment({ method: 'CARD', amount: { currency: 'KRW', value: 1000 }, orderId: 'order-000001', orderName: 'Coffee' }).catch(() => {});
            }
            """);

        await blocked;
        Assert.Empty(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task A_window_follows_the_origins_that_are_registered_while_the_gateway_runs()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        gateway.RegisterMerchantOrigins("test_gck_fake_shop", "https://*.myshop.com", "http://localhost:5080");

        Assert.Equal("https://*.myshop.com http://localhost:5080", await FramersAsync(gateway, "window?clientKey=test_gck_fake_shop"));
        Assert.Null(await FramersAsync(gateway, "window?clientKey=test_ck_fake_shop"));
        foreach (var (page, status) in new[]
        {
            ("https://m.myshop.com", 204), ("https://a.b.myshop.com", 204), ("http://localhost:5080", 204), ("https://myshop.com", 400), ("https://evil.com/.myshop.com", 400),
            ("https://.myshop.com", 400), ("https://notmyshop.com", 400), ("http://m.myshop.com", 400), ("https://m.myshop.com:8443", 400), ("null", 400),
        })
        {
            using var answer = await _http.GetAsync(
                new Uri(gateway.Address, $"window/key?kind=widget&clientKey=test_gck_fake_shop&page={Uri.EscapeDataString(page)}"), TestContext.Current.CancellationToken);
            Assert.Equal((page, status), (page, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_frame_that_names_no_shop_is_framed_by_the_pages_of_all_shops_only()
    {
        await using var gateway = await SandboxGateway.StartAsync(options => options.Keys =
            [
                new SandboxKeyPair("test_gsk_fake_shop", "test_gck_fake_shop") { MerchantOrigins = ["https://myshop.com"] },
                new SandboxKeyPair("test_sk_fake_shop", "test_ck_fake_shop") { MerchantOrigins = ["https://other.com"] },
            ],
            TestContext.Current.CancellationToken);

        foreach (var page in new[] { "window", "window/methods?clientKey=test_gck_of_nobody", "window/agreement", "window/tgen_of_nobody" })
            Assert.Equal("https://myshop.com https://other.com", await FramersAsync(gateway, page));
    }

    [Fact]
    public async Task A_page_at_an_IPv6_address_frames_the_window_only_where_the_browser_sends_its_origin()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        gateway.RegisterMerchantOrigins("test_gck_fake_shop", "http://localhost:5080", "http://[::1]:5080");

        Assert.Equal("http://localhost:5080 http://*:5080", await FramersAsync(gateway, "window?clientKey=test_gck_fake_shop", "http://[::1]:5080/checkout"));
        foreach (var referrer in new[] { null, "http://localhost:5080/", "http://[::1]:50800/", "https://evil.com/http://[::1]:5080/" })
            Assert.Equal("http://localhost:5080", await FramersAsync(gateway, "window?clientKey=test_gck_fake_shop", referrer));
        gateway.RegisterMerchantOrigins("test_gck_fake_shop", "http://[::1]:5080");
        Assert.Equal("'none'", await FramersAsync(gateway, "window?clientKey=test_gck_fake_shop"));
    }

    [Theory]
    [InlineData("https://myshop.com/")]
    [InlineData("https://myshop.com:443")]
    [InlineData("https://MyShop.com")]
    [InlineData("https://user@myshop.com")]
    [InlineData("https://myshop.com; script-src *")]
    [InlineData("https://a.com https://b.com")]
    [InlineData("https://www.*.com")]
    [InlineData("*")]
    [InlineData("null")]
    public async Task A_text_that_is_not_an_origin_is_refused_and_changes_nothing(string text)
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        gateway.RegisterMerchantOrigins("test_gck_fake_shop", "https://myshop.com");

        var refused = Assert.Throws<ArgumentException>(() => gateway.RegisterMerchantOrigins("test_gck_fake_shop", "https://m.myshop.com", text));

        Assert.Contains($"'{text}' is not an origin", refused.Message, StringComparison.Ordinal);
        Assert.Equal("https://myshop.com", await FramersAsync(gateway, "window?clientKey=test_gck_fake_shop"));
        Assert.Throws<ArgumentException>(() => gateway.RegisterMerchantOrigins("test_gck_of_nobody", "https://myshop.com"));
    }

    [Fact]
    public async Task A_window_in_the_whole_tab_does_not_lead_to_an_unregistered_origin()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium, options => options.Keys =
            [new SandboxKeyPair("test_gsk_fake_shop", "test_gck_fake_shop") { MerchantOrigins = ["https://myshop.com"] }]);

        await checkout.Page.EvaluateAsync(
            """
            gateway => {
              const order = { kind: 'widget', clientKey: 'test_gck_fake_shop', method: 'CARD', amount: { currency: 'KRW', value: 1000 }, orderId: 'order-000001',
                orderName: 'Coffee', successUrl: location.origin + '/success', failUrl: location.origin + '/fail', taxFreeAmount: 0 };
              location.assign(gateway + 'window?clientKey=test_gck_fake_shop#' + encodeURIComponent(JSON.stringify(order)));
            }
            """,
            checkout.Gateway.Address.ToString());

        await Assertions.Expect(checkout.WholeTab["end-text"]).ToContainTextAsync("NOT_REGISTERED_REDIRECT_URL");
        Assert.Empty(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task A_checkout_page_with_a_strict_policy_needs_only_the_gateways_origin_for_script_and_frames()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        var violations = new List<string>();
        checkout.Page.Console += (_, message) => violations.AddRange(message.Type == "error" ? [message.Text] : []);

        await checkout.Page.GotoAsync(checkout.Shop.StrictCheckoutPage);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync();
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Success");
        Assert.Empty(violations);
    }

    private static async Task<string?> FramersAsync(SandboxGateway gateway, string page, string? referrer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Address, page));
        request.Headers.Referrer = referrer is null ? null : new Uri(referrer);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("Content-Security-Policy").Single().Split("; frame-ancestors ") is [_, var framers] ? framers : null;
    }

    [Fact]
    public async Task The_script_is_served_as_script_without_CORS_headers()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        using var answer = await _http.GetAsync(new Uri(gateway.Address, "v2/standard"), TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            ["Cache-Control: no-cache", "Cross-Origin-Resource-Policy: cross-origin", "X-Content-Type-Options: nosniff"],
            answer.Headers.Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());
    }
}
