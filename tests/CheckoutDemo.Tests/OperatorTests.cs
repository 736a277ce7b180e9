using System.Net;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The operator's page, and the story of an order on its buyer's page.</summary>
public sealed class OperatorTests(SharedShop shared, Chromium chromium)
{
    [Fact]
    public async Task An_operator_refunds_a_part_reverses_the_rest_and_the_buyer_reads_what_happened()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.PayAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, "/operator");
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
        await Assertions.Expect(buyer["order-story"]).ToContainTextAsync("8,000원이 환불되었습니다.");
        var story = await buyer["order-story"].InnerTextAsync();
        foreach (var hidden in new[] { "Kim", "one cup was chipped", order.PaymentKey, "recovery" })
            Assert.DoesNotContain(hidden, story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_asked_for_again_and_made_once()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.PayAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, "/operator");
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
        await Assertions.Expect(desk["dialog-error"]).ToContainTextAsync("It stays the same request.");
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
    public async Task A_reversal_of_a_refused_order_says_until_when_it_is_watched_in_both_languages()
    {
        var demo = await shared.OpenAsync();
        var order = await PaidOrder.DeclineAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, "/operator");
        await desk["who"].FillAsync("Kim");
        var row = desk.Page.Locator($"[data-testid=order-row][data-order='{order.OrderId}']");
        await row.GetByTestId("order-open").ClickAsync();

        await ReverseAsync();
        await Assertions.Expect(desk["told"]).ToContainTextAsync("money that turns up goes back by itself");
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
    public async Task What_the_gateway_contradicts_is_not_done_and_what_it_confirms_is()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        var order = await PaidOrder.MismatchAsync(demo);
        await using var browser = await chromium.NewContextAsync();
        var desk = await ShopPage.VisitAsync(browser, demo.Address, "/operator");
        await desk["who"].FillAsync("Kim");
        var item = desk.Page.Locator($"[data-testid=attention-item][data-order='{order.OrderId}']");
        await Assertions.Expect(item).ToContainTextAsync("another amount");
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
    public async Task The_books_are_compared_and_a_break_is_looked_after_and_closed()
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
        var desk = await ShopPage.VisitAsync(browser, demo.Address, "/operator");
        await desk["who"].FillAsync("Kim");

        await desk["reconcile"].ClickAsync();
        await Assertions.Expect(desk["report"]).ToContainTextAsync("1 open break.");
        await Assertions.Expect(desk["break"]).ToContainTextAsync("₩7,000");
        await desk["break-take"].ClickAsync();
        await Assertions.Expect(desk["break"]).ToContainTextAsync("Assigned to: Kim");
        await desk["break-close"].ClickAsync();
        await desk["field-why"].FillAsync("the other shop's sale");
        await desk["dialog-yes"].ClickAsync();
        await Assertions.Expect(desk["breaks"]).ToContainTextAsync("No discrepancy is open");
    }

    [Fact]
    public async Task To_everybody_else_the_desk_does_not_exist()
    {
        var demo = await shared.OpenAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, demo.Address, "/operator")).StatusCode);
        foreach (var path in new[] { "/operator", "/api/operator" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, demo.Address, path, "shop.example")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, demo.Address, "/operator.html")).StatusCode);

        using var foreign = await demo.CallAsync(HttpMethod.Post, "/api/operator/reconcile", DemoShop.Json("{}"), "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task In_Production_the_desk_does_not_exist()
    {
        await using var own = await OwnShop.OpenAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("Sandbox__Enabled", "true"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        foreach (var path in new[] { "/operator", "/api/operator" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, own.Demo.Address, path)).StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        request.Headers.Host = host;
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
