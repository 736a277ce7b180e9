using System.Net;
using Microsoft.AspNetCore.Builder;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answer to a buyer whom the window redirects to <c>success</c>.</summary>
public sealed class SuccessEndpointTests
{
    private const string Address = "/payments/success?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    public static TheoryData<string, ConfirmOutcome> Outcomes { get; } = new()
    {
        { "paid", new ConfirmOutcome.Paid(Orders.Paid) },
        { "awaiting deposit", new ConfirmOutcome.AwaitingDeposit(Orders.AwaitingDeposit) },
        { "checking", new ConfirmOutcome.Checking(Orders.Checking) },
        { "declined", new ConfirmOutcome.Declined(Orders.Declined, PaymentErrorCode.From("REJECT_CARD_PAYMENT"), new BuyerText("거절", "Refused")) },
        { "amount mismatch", new ConfirmOutcome.AmountMismatch(Orders.Open) },
        { "not open", new ConfirmOutcome.NotOpen(Orders.Paid) },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Buyer_is_sent_to_the_result_page_whatever_the_outcome(string name, ConfirmOutcome outcome)
    {
        Assert.NotEmpty(name);
        await using var host = await HostAnsweringAsync(outcome);

        Assert.Equal(
            """
            303
            Cache-Control: no-store
            Location: /orders/order-1001
            Referrer-Policy: no-referrer
            Vary: Origin
            X-Content-Type-Options: nosniff

            """.TrimEnd(),
            await Answer.ReadAsync(await host.Browser.GetAsync(Address, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Checkout_receives_the_values_that_the_window_returned()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid));

        await host.Browser.GetAsync(Address.Replace("NORMAL", "BRANDPAY", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        host.Checkout.Verify(checkout => checkout.ConfirmAsync(
            new PaymentConfirmation
            {
                PaymentKey = PaymentKey.Parse("tgen_fake"),
                OrderId = Orders.Id,
                Amount = 15000,
                PaymentType = "BRANDPAY",
            },
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Second_window_of_a_paid_purchase_shows_the_payment_that_counts()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.NotOpen(Orders.Paid with { OrderId = OrderId.Parse("order-live") }));

        Assert.Equal("/orders/order-live", await LocationAsync(host));
    }

    [Fact]
    public async Task Unknown_order_is_404()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.NotFound(Orders.Id));

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await host.Browser.GetAsync(Address, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Payment_that_surely_was_not_charged_shows_its_order()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.NotCharged(Orders.Id, "401"));
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);

        Assert.Equal("/orders/order-1001", await LocationAsync(host));
    }

    [Fact]
    public async Task Payment_that_surely_was_not_charged_stays_so_when_its_order_cannot_be_read()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.NotCharged(Orders.Id, "nothing was written"));
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("away"));

        Assert.Equal("503 payment-unavailable", await Answer.ProblemAsync(await host.Browser.GetAsync(Address, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Order_that_the_ledger_cannot_read_is_503_and_never_not_charged()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(await host.Browser.GetAsync(Address, TestContext.Current.CancellationToken)));

        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("away"));
        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(await host.Browser.GetAsync(Address, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("", "The parameter amount is missing.")]
    [InlineData("?paymentKey=k&orderId=order-1001", "The parameter amount is missing.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=", "The parameter amount is missing.")]
    [InlineData("?orderId=order-1001&amount=15000", "The parameter paymentKey is not usable: A payment key is required.")]
    [InlineData("?paymentKey=k&amount=15000", "The parameter orderId is not usable: An order id is required.")]
    [InlineData("?paymentKey=k&orderId=a&amount=15000", "The parameter orderId is not usable: An order id must have 6 to 64 characters; this one has 1.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=15%2C000", "The parameter amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=%2015000", "The parameter amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=15000&amount=1", "The parameter amount is given twice.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=15000&ORDERID=order-1002", "The parameter orderId is given twice.")]
    [InlineData("?paymentKey=k&orderId=order-1001&amount=15000&paymentType=%0d%0aX", "The parameter paymentType is not usable: it must have 1 to 50 characters of A-Z, a-z, 0-9, '-' and '_'.")]
    public async Task Parameters_that_cannot_be_read_are_400_and_named(string query, string detail)
    {
        await using var host = await PaymentHost.StartAsync();

        var response = await host.Browser.GetAsync($"/payments/success{query}", TestContext.Current.CancellationToken);

        Assert.Equal("400 malformed-request", await Answer.ProblemAsync(response));
        Assert.Equal(detail, (await Answer.JsonAsync(response)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch", "503 order-unavailable")]
    [InlineData("Sec-Purpose", "prefetch;prerender", "503 order-unavailable")]
    [InlineData("Sec-Purpose", "prefetch;anonymous-client-ip", "503 order-unavailable")]
    [InlineData("Purpose", "prefetch", "503 order-unavailable")]
    [InlineData("X-Moz", "prefetch", "503 order-unavailable")]
    [InlineData("Sec-Fetch-Mode", "cors", "403 request-mode-not-allowed")]
    [InlineData("Sec-Fetch-Mode", "no-cors", "403 request-mode-not-allowed")]
    [InlineData("Sec-Fetch-Mode", "", "403 request-mode-not-allowed")]
    public async Task Request_that_is_not_a_navigation_of_a_visitor_confirms_nothing(string header, string value, string problem)
    {
        await using var host = await PaymentHost.StartAsync();

        foreach (var address in (string[])[Address, "/payments/fail/order-1001"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(problem, await Answer.ProblemAsync(await host.Browser.SendAsync(request, TestContext.Current.CancellationToken)));
        }

        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("the payment window sends the buyer back", "navigate", "document", "cross-site", null)]
    [InlineData("a window in a frame", "navigate", "iframe", "cross-site", null)]
    [InlineData("the shop's service worker passes a navigation on", "navigate", "empty", "cross-site", null)]
    [InlineData("the shop's service worker makes a request of a navigation", "same-origin", "empty", "cross-site", null)]
    [InlineData("the address is typed or reloaded", "navigate", "document", "none", null)]
    [InlineData("the shop's own page fetches it", "cors", "empty", "same-origin", null)]
    [InlineData("the shop's service worker fetches it", "no-cors", "empty", "same-origin", null)]
    [InlineData("a page of a registered origin fetches it", "cors", "empty", "cross-site", PaymentHost.PageOrigin)]
    public async Task A_navigation_or_a_request_of_the_shop_itself_confirms(string who, string mode, string destination, string site, string? origin)
    {
        Assert.NotEmpty(who);
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid));
        Send(host, mode, destination, site, origin);

        Assert.Equal("/orders/order-1001", await LocationAsync(host));
    }

    [Theory]
    [InlineData("an image of another site", "no-cors", "image", "cross-site", null)]
    [InlineData("a script of another site fetches it", "cors", "empty", "cross-site", "https://evil.example")]
    [InlineData("a script of a neighbour fetches it", "cors", "empty", "same-site", "https://neighbour.example")]
    [InlineData("a script of another site fetches it blindly", "no-cors", "empty", "cross-site", null)]
    [InlineData("a sandboxed frame fetches it", "cors", "empty", "cross-site", "null")]
    public async Task A_request_of_a_script_of_another_site_confirms_nothing(string who, string mode, string destination, string site, string? origin)
    {
        Assert.NotEmpty(who);
        await using var host = await PaymentHost.StartAsync();
        Send(host, mode, destination, site, origin);

        foreach (var address in (string[])[Address, "/payments/fail/order-1001"])
            Assert.Equal("403 request-mode-not-allowed", await Answer.ProblemAsync(await host.Browser.GetAsync(address, TestContext.Current.CancellationToken)));
        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_confirm_nothing(string method)
    {
        await using var host = await PaymentHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Address);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        host.Checkout.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Path_base_is_before_the_result_page()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid), app: app => app.UsePathBase("/shop"));

        Assert.Equal("/shop/orders/order-1001", await LocationAsync(host, "/shop" + Address));
    }

    [Theory]
    [InlineData("/done?order={orderId}&lang=ko#receipt", "/done?order=order-1001&lang=ko#receipt")]
    [InlineData("/주문/{orderId}/결과", "/%EC%A3%BC%EB%AC%B8/order-1001/%EA%B2%B0%EA%B3%BC")]
    [InlineData("/thanks", "/thanks")]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("https://shop.example/bought/{orderId}", "https://shop.example/bought/order-1001")]
    [InlineData("https://shop.example?order={orderId}", "https://shop.example?order=order-1001")]
    public async Task Result_page_of_the_purchase_is_filled(string template, string location)
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid with { ResultPage = template }));

        Assert.Equal(location, await LocationAsync(host));
    }

    [Fact]
    public async Task Configured_result_page_is_filled()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid), options => options.ResultPage = "/bought/{orderId}");

        Assert.Equal("/bought/order-1001", await LocationAsync(host));
    }

    [Theory]
    [InlineData("https://evil.example/{orderId}")]
    [InlineData("https://shop.example.evil.example/{orderId}")]
    [InlineData("https://shop.example@evil.example/{orderId}")]
    [InlineData("https://shop.example:8443/{orderId}")]
    [InlineData("http://shop.example/{orderId}")]
    [InlineData("https://SHOP.example/{orderId}")]
    [InlineData("https://shop.example\\@evil.example/{orderId}")]
    [InlineData("https:/shop.example/{orderId}")]
    [InlineData("//evil.example/{orderId}")]
    [InlineData("/\\evil.example/{orderId}")]
    [InlineData("/\t/evil.example/{orderId}")]
    [InlineData("\\\\evil.example/{orderId}")]
    [InlineData("javascript:alert(1)//{orderId}")]
    [InlineData("evil.example/{orderId}")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("")]
    public async Task Result_page_that_leads_elsewhere_is_replaced_by_the_configured_one_and_logged(string template)
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Paid(Orders.Paid with { ResultPage = template }));

        Assert.Equal("/orders/order-1001", await LocationAsync(host));
        Assert.Contains(host.Log.Messages, message => message.EventId == 1105 && message.Scopes.Contains("Order order-1001"));
    }

    private static void Send(PaymentHost host, string mode, string destination, string site, string? origin)
    {
        var headers = host.Browser.DefaultRequestHeaders;
        headers.Add("Sec-Fetch-Mode", mode);
        headers.Add("Sec-Fetch-Dest", destination);
        headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            headers.Add("Origin", origin);
    }

    private static async Task<string?> LocationAsync(PaymentHost host, string address = Address)
    {
        var response = await host.Browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location?.OriginalString;
    }

    private static async Task<PaymentHost> HostAnsweringAsync(ConfirmOutcome outcome, Action<PaymentSdkOptions>? options = null, Action<WebApplication>? app = null)
    {
        var host = await PaymentHost.StartAsync(options, app: app);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
        return host;
    }
}
