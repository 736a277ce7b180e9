using System.Net;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The operator's page, and the history of an order on its buyer's page.</summary>
public sealed class OperatorTests(SharedShop shared, Chromium chromium)
{
    [Fact]
    public async Task An_operator_refunds_a_part_reverses_the_rest_and_the_buyer_reads_what_happened()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.PayAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, demo.OperatorPage);
        await desk["who"].FillAsync("Kim");
        var row = desk.Page.Locator($"[data-testid=order-row][data-order='{order.OrderId}']");
        await row.GetByTestId("order-open").ClickAsync();

        await row.GetByTestId("refund").ClickAsync();
        await desk["field-amount"].FillAsync("8000");
        await desk["field-why"].FillAsync("one cup was chipped");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("data-state", "PartlyCanceled");
        await Assertions.Expect(row.GetByTestId("journal")).ToContainTextAsync("₩8,000 was refunded.");
        await Assertions.Expect(row.GetByTestId("refunds")).ToContainTextAsync("one cup was chipped · Kim");

        await row.GetByTestId("reverse").ClickAsync();
        await desk["field-why"].FillAsync("out of stock");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("data-state", "Canceled");
        Assert.Equal(["approve 38000", "cancel 8000", "cancel 30000"], await demo.Sandbox.ExecutionsOfAsync(order.OrderId));

        var buyer = await ShopPage.VisitAsync(browser, demo.Address, $"/orders/{order.OrderId}");
        await buyer["order-history"].Locator("summary").ClickAsync();
        await Assertions.Expect(buyer["order-story"].Locator("li").First).ToContainTextAsync("The order was opened.");
        await Assertions.Expect(buyer["order-story"]).ToContainTextAsync("₩30,000 was refunded. Nothing is left of the payment.");
        await buyer["language-ko"].ClickAsync();
        await Assertions.Expect(buyer["order-story"]).ToContainTextAsync("8,000원 환불이 완료되었습니다.");
        var story = await buyer["order-story"].InnerTextAsync();
        foreach (var hidden in new[] { "Kim", "one cup was chipped", order.PaymentKey, "recovery" })
            Assert.DoesNotContain(hidden, story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_requested_again_and_made_once()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.PayAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, demo.OperatorPage);
        await desk["who"].FillAsync("Kim");
        var row = desk.Page.Locator($"[data-testid=order-row][data-order='{order.OrderId}']");
        await row.GetByTestId("order-open").ClickAsync();
        // The shop makes the refund, and its answer is lost on the way to the page.
        var lost = false;
        await desk.Page.RouteAsync("**/refund", async route =>
        {
            if (lost)
            {
                await route.ContinueAsync();
                return;
            }

            lost = true;
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await RefundAsync();
        await Assertions.Expect(desk["dialog-error"]).ToContainTextAsync("it stays the same request.");
        await desk.Page.Keyboard.PressAsync("Escape");
        await RefundAsync();
        await Assertions.Expect(desk["dialog"]).ToBeHiddenAsync();

        Assert.Equal(["approve 38000", "cancel 8000"], await demo.Sandbox.ExecutionsOfAsync(order.OrderId));

        async Task RefundAsync()
        {
            await row.GetByTestId("refund").ClickAsync();
            await desk["field-amount"].FillAsync("8000");
            await desk["field-why"].FillAsync("one cup was chipped");
            await desk["dialog-yes"].ClickAsync();
        }
    }

    [Fact]
    public async Task A_reversal_of_a_refused_order_shows_until_when_it_is_checked_in_both_languages()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.DeclineAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, demo.OperatorPage);
        await desk["who"].FillAsync("Kim");
        var row = desk.Page.Locator($"[data-testid=order-row][data-order='{order.OrderId}']");
        await row.GetByTestId("order-open").ClickAsync();

        await ReverseAsync();
        await Assertions.Expect(desk["told"]).ToContainTextAsync("any charge that is found is canceled automatically");
        await Assertions.Expect(row).ToContainTextAsync("Reversal requested");
        Assert.DoesNotContain("undefined", await desk["figures"].InnerTextAsync(), StringComparison.Ordinal);

        await desk["language-ko"].ClickAsync();
        await ReverseAsync();
        await Assertions.Expect(desk["told"]).ToContainTextAsync("결제된 금액이 확인되면 자동으로 환불합니다");
        await Assertions.Expect(row).ToContainTextAsync("결제 취소 요청됨");
        Assert.Equal("declined", await demo.StatusOfAsync(order.OrderId));

        async Task ReverseAsync()
        {
            await row.GetByTestId("reverse").ClickAsync();
            await desk["field-why"].FillAsync("out of stock");
            await desk["dialog-yes"].ClickAsync();
        }
    }

    [Fact]
    public async Task A_resolution_that_the_gateway_contradicts_is_refused_and_one_that_it_confirms_is_accepted()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        var order = await PaidOrder.MismatchAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, demo.OperatorPage);
        await desk["who"].FillAsync("Kim");
        var item = desk.Page.Locator($"[data-testid=attention-item][data-order='{order.OrderId}']");
        await Assertions.Expect(item).ToContainTextAsync("differs from the order's");
        await Assertions.Expect(desk["figure-attention"]).ToContainTextAsync("1");

        await item.GetByTestId("resolve-not-charged").ClickAsync();
        await desk["field-why"].FillAsync("guessed");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(desk["dialog-error"]).ToContainTextAsync("money was taken");
        await desk.Page.Keyboard.PressAsync("Escape");

        await demo.Sandbox.ArmAsync();
        await item.GetByTestId("resolve-approved").ClickAsync();
        await desk["field-why"].FillAsync("looked at the dashboard");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(desk["attention"]).ToContainTextAsync("No order needs an operator.");
        Assert.Equal("paid", await demo.StatusOfAsync(order.OrderId));
    }

    [Fact]
    public async Task The_ledger_is_reconciled_and_a_discrepancy_is_assigned_and_closed()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        await PaidOrder.PayAsync(demo);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("test_gsk_fake_shop:"u8));
        var paymentKey = await demo.Sandbox.AuthenticateAsync("another-system-9", 7_000);
        using var sold = await client.PostAsync(
            new Uri(demo.Sandbox.Address, "/v1/payments/confirm"), DemoShop.Json($$"""{"paymentKey":"{{paymentKey}}","orderId":"another-system-9","amount":7000}"""));
        Assert.True(sold.IsSuccessStatusCode);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, demo.OperatorPage);
        await desk["who"].FillAsync("Kim");

        await desk["reconcile"].ClickAsync();
        await Assertions.Expect(desk["report"]).ToContainTextAsync("1 discrepancy is open.");
        await Assertions.Expect(desk["break"]).ToContainTextAsync("₩7,000");
        await desk["break-take"].ClickAsync();
        await Assertions.Expect(desk["break"]).ToContainTextAsync("Assigned to: Kim");
        await desk["break-close"].ClickAsync();
        await desk["field-why"].FillAsync("the other shop's sale");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(desk["breaks"]).ToContainTextAsync("No discrepancy is open");
    }

    [Fact]
    public async Task For_every_other_visitor_the_operator_page_does_not_exist()
    {
        var demo = await shared.OpenAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var path in new[] { "/operator", "/operator/api", "/operator?token=", "/operator?token=wrong-token-of-nobody", "/operator/api/orders/order-000001" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, demo.Address, path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, demo.Address, path, "shop.example")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, demo.Address, "/operator.html")).StatusCode);

        using var foreign = await demo.CallAsync(HttpMethod.Post, "/operator/api/reconcile", DemoShop.Json("{}"), "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task The_token_is_swapped_for_a_cookie_that_no_script_and_no_other_site_gets()
    {
        var demo = await shared.OpenAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        using var swapped = await GetAsync(client, demo.Address, demo.OperatorPage);

        var port = demo.Process.Shop.Port;
        var cookie = Assert.Single(swapped.Headers.GetValues("Set-Cookie"));
        Assert.Equal((HttpStatusCode.SeeOther, "/operator"), (swapped.StatusCode, swapped.Headers.Location?.OriginalString));
        Assert.Equal(("no-referrer", "no-store"), (swapped.Headers.GetValues("Referrer-Policy").Single(), swapped.Headers.CacheControl?.ToString()));
        Assert.Matches($"^operator-{port}=[0-9a-f]{{64}}; path=/; samesite=strict; httponly$", cookie);
        Assert.DoesNotContain(demo.OperatorPage.Split('=')[1], cookie);
        foreach (var (value, expected) in new[] { (cookie.Split(';')[0], HttpStatusCode.OK), ($"operator-{port}=0000", HttpStatusCode.NotFound), (cookie.Split(';')[0].Replace($"-{port}", "-1"), HttpStatusCode.NotFound) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{demo.Address}/operator");
            request.Headers.Add("Cookie", value);
            using var page = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, page.StatusCode);
            Assert.Equal(("no-referrer", "no-store"), (page.Headers.GetValues("Referrer-Policy").Single(), page.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task Behind_a_proxy_of_this_machine_a_visitor_without_a_token_neither_sees_nor_changes_anything()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.PayAsync(demo);
        await using var proxy = await PlainProxy.StartAsync(demo.Process.Shop);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = proxy.Address };

        foreach (var path in new[] { "/operator", "/operator/api", $"/operator/api/orders/{order.OrderId}" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var path in new[] { $"orders/{order.OrderId}/refund", $"orders/{order.OrderId}/reverse", $"orders/{order.OrderId}/resolve", "reconcile", "breaks/assign", "breaks/close", "events/retry", "events/skip" })
        {
            // The stranger also knows which Origin the shop accepts as its own.
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/operator/api/{path}") { Content = DemoShop.Json("""{"who":"Mallory","why":"because","refundId":"r-000001"}""") };
            request.Headers.Add("Origin", demo.Address);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal(["approve 38000"], await demo.Sandbox.ExecutionsOfAsync(order.OrderId));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task An_unauthorized_caller_is_refused_before_the_body_is_read(string body)
    {
        var demo = await shared.OpenAsync();

        using var refused = await demo.CallAsync(HttpMethod.Post, "/operator/api/orders/x/refund", DemoShop.Json(body));
        using var unread = await demo.CallAsync(HttpMethod.Post, "/operator/api/orders/x/refund", new StringContent(body, null, "text/plain"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, unread.StatusCode));
    }

    [Fact]
    public async Task A_configured_token_stays_the_same_over_restarts_and_a_weak_one_is_refused()
    {
        await using (var own = await OwnShop.OpenAsync(("Demo__OperatorToken", "obviously-fake-operator-token")))
            Assert.Equal("/operator?token=obviously-fake-operator-token", own.Demo.OperatorPage);

        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(("Demo__OperatorToken", "a b")));
        Assert.Equal(1, exitCode);
        Assert.Contains("Demo:OperatorToken must have 8 or more characters", output);
    }

    [Fact]
    public async Task Where_other_machines_reach_the_sandbox_the_shop_does_not_open_without_a_control_token()
    {
        using var directory = new ScratchDirectory();
        var settings = Settings.FreePorts(directory).With(("Sandbox__Url", "http://0.0.0.0:0"));

        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, settings);
        Assert.Equal(1, exitCode);
        Assert.Contains("Set Sandbox:ControlToken, or listen at a loopback address", output);

        await using var open = await ShopProcess.OpenAsync(directory.Path, settings.With(("Sandbox__ControlToken", "obviously-fake-control-token")));
        using var client = new HttpClient();
        using var stranger = await client.GetAsync(new Uri(open.Sandbox, "/sandbox/payments"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task In_Production_the_operator_page_does_not_exist()
    {
        await using var own = await OwnShop.OpenAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("Sandbox__Enabled", "true"), ("Demo__OperatorToken", "obviously-fake-operator-token"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        foreach (var path in new[] { "/operator", "/operator/api", "/operator?token=obviously-fake-operator-token" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, own.Demo.Address, path)).StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        request.Headers.Host = host;
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
