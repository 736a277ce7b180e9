using System.Net;
using System.Text;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answer to a page about an order, and how the page gets a new order id after a refusal.</summary>
public sealed class OrderEndpointTests
{
    [Fact]
    public async Task Declined_order_shows_the_reason_and_the_next_step_in_both_languages()
    {
        await using var host = await HostWithAsync(Orders.Declined);

        var order = await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken));

        Assert.Equal("declined", order.GetProperty("status").GetString());
        Assert.Equal("REJECT_CARD_PAYMENT", order.GetProperty("failure").GetProperty("code").GetString());
        Assert.NotEmpty(order.GetProperty("failure").GetProperty("buyerText").GetProperty("ko").GetString()!);
        Assert.NotEmpty(order.GetProperty("failure").GetProperty("buyerText").GetProperty("en").GetString()!);
        Assert.True(order.GetProperty("canOpenAgain").GetBoolean());
        Assert.Equal("open-again", order.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Refusal_with_an_unknown_code_still_has_a_text_for_the_buyer()
    {
        await using var host = await HostWithAsync(Orders.Declined with { FailureCode = PaymentErrorCode.From("NEW_CODE_OF_TOMORROW") });

        var order = await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken));

        Assert.Equal("NEW_CODE_OF_TOMORROW", order.GetProperty("failure").GetProperty("code").GetString());
        Assert.NotEmpty(order.GetProperty("failure").GetProperty("buyerText").GetProperty("ko").GetString()!);
    }

    [Fact]
    public async Task Account_number_and_customer_key_are_not_shown_after_the_deposit()
    {
        await using var host = await HostWithAsync(Orders.AwaitingDeposit with { Status = PaymentOrderStatus.Paid });

        Assert.Equal(
            """
            200
            Cache-Control: no-store
            Content-Type: application/json; charset=utf-8
            Vary: Origin
            X-Content-Type-Options: nosniff

            {"orderId":"order-1001","purchaseId":"purchase-7","status":"paid","orderName":"머그컵 외 1건","amount":{"currency":"KRW","value":15000},"method":"가상계좌","canOpenAgain":false,"testMode":true}
            """,
            await Answer.ReadAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_shops_own_order_number_is_a_member_where_there_is_one()
    {
        await using var host = await HostWithAsync(Orders.Open with { OrderNumber = "A-17 호" });
        host.Checkout.Setup(checkout => checkout.OpenAgainAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(new OpenOutcome.Opened(Orders.Open with { OrderNumber = "A-17 호" }));
        await using var without = await HostWithAsync(Orders.Open);

        Assert.Equal("A-17 호", (await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken))).GetProperty("orderNumber").GetString());
        Assert.Equal("A-17 호", (await Answer.JsonAsync(await host.Page.PostAsync("/payments/orders/order-1001/attempts", null, TestContext.Current.CancellationToken))).GetProperty("orderNumber").GetString());
        Assert.False((await Answer.JsonAsync(await without.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken))).TryGetProperty("orderNumber", out _));
    }

    [Theory]
    [InlineData("https://receipt.example/1", false, true)]
    [InlineData("http://receipt.example/1", true, false)]
    [InlineData("http://localhost:5180/receipt/1", true, true)]
    [InlineData("http://localhost:5180/receipt/1", false, false)]
    [InlineData("javascript:alert(1)", true, false)]
    [InlineData("data:text/html,x", false, false)]
    [InlineData("https://receipt.example@evil.example/", false, false)]
    [InlineData("//evil.example/", false, false)]
    public async Task Receipt_reaches_a_page_as_https_only_whatever_the_ledger_holds(string address, bool testMode, bool isShown)
    {
        await using var host = await HostWithAsync(Orders.Paid with { ReceiptUrl = address, TestMode = testMode });

        var order = await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken));

        Assert.Equal(isShown ? address : null, order.TryGetProperty("receiptUrl", out var receipt) ? receipt.GetString() : null);
    }

    [Fact]
    public async Task Every_status_has_its_name()
    {
        var names = new List<string?>();
        foreach (var status in Enum.GetValues<PaymentOrderStatus>())
        {
            await using var host = await HostWithAsync(Orders.Open with { Status = status });
            names.Add((await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken))).GetProperty("status").GetString());
        }

        Assert.Equal(["open", "checking", "paid", "awaitingDeposit", "declined", "expired", "partlyCanceled", "canceled", "attention"], names);
    }

    [Theory]
    [InlineData("/payments/orders/order-9999")]
    [InlineData("/payments/orders/abc")]
    [InlineData("/payments/orders/not%20an%20id")]
    [InlineData("/payments/orders/%EC%A3%BC%EB%AC%B8%EB%B2%88%ED%98%B8")]
    public async Task Unknown_order_is_404(string address)
    {
        await using var host = await HostWithAsync(Orders.Paid);

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await host.Page.GetAsync(address, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public async Task New_attempt_is_201_with_all_the_window_needs(string? body)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.OpenAgainAsync(Orders.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new OpenOutcome.Opened(Orders.Open with { OrderId = OrderId.Parse("order-1002=") }));
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(
            """
            201
            Cache-Control: no-store
            Content-Type: application/json; charset=utf-8
            Location: /payments/orders/order-1002%3D
            Vary: Origin
            X-Content-Type-Options: nosniff

            {"purchaseId":"purchase-7","orderId":"order-1002=","orderName":"머그컵 외 1건","amount":{"currency":"KRW","value":15000},"customerKey":"buyer-42"}
            """,
            await Answer.ReadAsync(await host.Page.PostAsync("/payments/orders/order-1001/attempts", content, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task New_attempt_over_a_live_payment_is_409_with_its_status()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.OpenAgainAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(new OpenOutcome.NotOpen(Orders.Checking));

        var response = await host.Page.PostAsync("/payments/orders/order-1001/attempts", null, TestContext.Current.CancellationToken);

        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(response));
        Assert.Equal("checking", (await Answer.JsonAsync(response)).GetProperty("orderStatus").GetString());
    }

    [Fact]
    public async Task New_attempt_of_an_unknown_order_is_404()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.OpenAgainAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(new OpenOutcome.NotFound(Orders.Id));

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await host.Page.PostAsync("/payments/orders/order-1001/attempts", null, TestContext.Current.CancellationToken)));
        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await host.Page.PostAsync("/payments/orders/a/attempts", null, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("[]", "application/json", "400 malformed-request")]
    [InlineData("{", "application/json", "400 malformed-request")]
    [InlineData("{}", "text/plain", "415 unsupported-media-type")]
    public async Task New_attempt_with_another_body_is_refused(string body, string mediaType, string problem)
    {
        await using var host = await PaymentHost.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, mediaType);

        Assert.Equal(problem, await Answer.ProblemAsync(await host.Page.PostAsync("/payments/orders/order-1001/attempts", content, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("GET", "/payments/orders/order-1001")]
    [InlineData("POST", "/payments/orders/order-1001/attempts")]
    [InlineData("GET", "/payments/fail/order-1001")]
    public async Task Ledger_that_cannot_be_read_is_503_and_the_page_retries(string method, string address)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("away"));
        host.Checkout.Setup(checkout => checkout.OpenAgainAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("away"));
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        var response = await host.Page.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(response));
        Assert.Equal("ask-again", (await Answer.JsonAsync(response)).GetProperty("next").GetString());
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Bug_in_the_process_is_left_to_the_host()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("a bug"));

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<PaymentHost> HostWithAsync(PaymentOrder order)
    {
        var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((OrderId asked, CancellationToken _) => asked == order.OrderId ? order : null);
        return host;
    }
}
