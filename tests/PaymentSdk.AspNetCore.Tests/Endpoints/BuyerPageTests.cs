using System.Net;
using Microsoft.AspNetCore.Builder;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>What a person reads at <c>success</c> and <c>fail</c> where there is no result page to go to: a page, never JSON.</summary>
public sealed class BuyerPageTests
{
    private const string Query = "?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";
    private const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task Order_that_the_ledger_cannot_tell_of_is_a_page_that_asks_again_by_a_reload()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var response = await VisitAsync(host, "/payments/success" + Query);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("이번 요청으로 결제 서비스에 보낸 것은 없습니다.", html, StringComparison.Ordinal);
        Assert.Contains("다시 결제하지 마세요", html, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent to the payment service by this request.", html, StringComparison.Ordinal);
        Assert.Contains("please do not pay again", html, StringComparison.Ordinal);
        // The same address again: the same payment key and order id, and nothing else.
        Assert.Contains("<a href=\"\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("charged", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_of_that_page_goes_on_with_the_same_payment()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        await VisitAsync(host, "/payments/success" + Query);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<ConfirmPayment>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));

        var response = await VisitAsync(host, "/payments/success" + Query);

        Assert.Equal("/orders/order-1001", response.Headers.Location?.OriginalString);
        host.Checkout.Verify(
            checkout => checkout.ConfirmAsync(It.Is<ConfirmPayment>(payment => payment.PaymentKey.Value == "tgen_fake" && payment.OrderId == Orders.Id), It.IsAny<CancellationToken>()),
            Times.Exactly(2));
    }

    [Fact]
    public async Task Page_keeps_its_address_and_itself_from_others()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var answer = await Answer.ReadAsync(await VisitAsync(host, "/payments/success" + Query));

        Assert.StartsWith(
            """
            503
            Cache-Control: no-store
            Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'
            Content-Type: text/html; charset=utf-8
            Referrer-Policy: no-referrer
            Retry-After: 5
            Vary: Origin
            X-Content-Type-Options: nosniff

            <!doctype html>
            """,
            answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_that_cannot_be_read_is_the_same_page_at_fail()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("disk full"));

        var response = await VisitAsync(host, "/payments/fail/order-1001?code=PAY_PROCESS_CANCELED&message=x");

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("<a href=\"\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an order that nobody opened", "/payments/fail/order-9999", 404, "There is no such order")]
    [InlineData("an order id that is none", "/payments/fail/%3Cscript%3E", 404, "There is no such order")]
    [InlineData("a cut address", "/payments/success?paymentKey=%3Cscript%3Ealert(1)%3C/script%3E", 400, "This address cannot be read")]
    public async Task Every_refusal_is_a_page_with_a_way_back_and_nothing_of_the_address(string what, string address, int status, string title)
    {
        Assert.NotEmpty(what);
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ReturnsAsync((Order?)null);

        var response = await VisitAsync(host, address);

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("order-9999", html, StringComparison.Ordinal);
        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("text/html;q=0, application/json")]
    public async Task Caller_that_takes_no_page_gets_the_problem(string? accept)
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(await VisitAsync(host, "/payments/success" + Query, accept)));
    }

    [Fact]
    public async Task Way_back_leads_to_the_shop_whose_page_shows_the_result()
    {
        await using var elsewhere = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"), options => options.ResultPage = PaymentHost.PageOrigin + "/bought/{orderId}");
        Assert.Contains($"<a href=\"{PaymentHost.PageOrigin}/\">", await HtmlAsync(elsewhere), StringComparison.Ordinal);

        await using var based = await PaymentHost.StartAsync(app: app => app.UsePathBase("/shop"));
        based.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<ConfirmPayment>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        Assert.Contains("<a href=\"/shop/\">", await HtmlAsync(based, "/shop"), StringComparison.Ordinal);
    }

    private static async Task<string> HtmlAsync(PaymentHost host, string pathBase = "") =>
        await (await VisitAsync(host, $"{pathBase}/payments/success{Query}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> VisitAsync(PaymentHost host, string address, string? accept = Accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return await host.Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<PaymentHost> VisitedAsync(ConfirmOutcome outcome, Action<PaymentSdkOptions>? options = null)
    {
        var host = await PaymentHost.StartAsync(options);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<ConfirmPayment>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
        return host;
    }
}
