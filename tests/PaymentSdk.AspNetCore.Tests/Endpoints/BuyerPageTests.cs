using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The pages that a person sees at <c>success</c> and <c>fail</c> when there is no result page: always a page, never JSON.</summary>
public sealed class BuyerPageTests
{
    private const string Query = "?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";
    private const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task Order_that_the_ledger_cannot_read_is_a_page_that_retries()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var response = await VisitAsync(host, "/payments/success" + Query);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("이번 요청은 결제 서비스에 전달되지 않았습니다.", html, StringComparison.Ordinal);
        Assert.Contains("다시 결제하지 마세요", html, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent to the payment service by this request.", html, StringComparison.Ordinal);
        Assert.Contains("please do not pay again", html, StringComparison.Ordinal);
        // An empty href leads to the same address again, with the same payment key and order id.
        Assert.Contains("<a href=\"\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"5\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("charged", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_of_that_page_continues_with_the_same_payment()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        await VisitAsync(host, "/payments/success" + Query);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));

        var response = await VisitAsync(host, "/payments/success" + Query);

        Assert.Equal("/orders/order-1001", response.Headers.Location?.OriginalString);
        host.Checkout.Verify(
            checkout => checkout.ConfirmAsync(It.Is<PaymentConfirmation>(payment => payment.PaymentKey.Value == "tgen_fake" && payment.OrderId == Orders.Id), It.IsAny<CancellationToken>()),
            Times.Exactly(2));
    }

    [Fact]
    public async Task Page_keeps_its_address_and_itself_from_others()
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var answer = await Answer.ReadAsync(await VisitAsync(host, "/payments/success" + Query));

        Assert.StartsWith(
            $"""
            503
            Cache-Control: no-store
            Content-Security-Policy: default-src 'none'; style-src {Hash(answer, "style")}; script-src {Hash(answer, "script")}; connect-src 'self'; base-uri 'none'; form-action 'none'
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
    public async Task Page_that_does_not_retry_has_no_script()
    {
        await using var host = await PaymentHost.StartAsync();

        var answer = await Answer.ReadAsync(await VisitAsync(host, "/payments/success?amount=1"));

        Assert.Contains($"\nContent-Security-Policy: default-src 'none'; style-src {Hash(answer, "style")}; base-uri 'none'; form-action 'none'\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_writes_its_own_headers_on_every_page_leaves_this_page_its_own()
    {
        await using var host = await PaymentHost.StartAsync(app: app =>
        {
            app.UsePaymentWindow();
            app.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
                    context.Response.Headers.CacheControl = "public, max-age=600";
                    context.Response.Headers["Referrer-Policy"] = "unsafe-url";
                    return Task.CompletedTask;
                });
                return next(context);
            });
        });
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var answer = await Answer.ReadAsync(await VisitAsync(host, "/payments/success" + Query));

        Assert.Contains($"\nContent-Security-Policy: default-src 'none'; style-src {Hash(answer, "style")}; script-src {Hash(answer, "script")};", answer, StringComparison.Ordinal);
        Assert.Contains("\nReferrer-Policy: no-referrer\n", answer, StringComparison.Ordinal);
        Assert.Contains("\nCache-Control: no-store\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the placeholder itself", "/payments/fail/%7BorderId%7D?code=PAY_PROCESS_CANCELED&message=x")]
    [InlineData("no order id", "/payments/fail?code=PAY_PROCESS_CANCELED&message=x")]
    [InlineData("no order id and a slash", "/payments/fail/")]
    [InlineData("a space", "/payments/fail/%20")]
    [InlineData("two order ids", "/payments/fail?orderId=order-1001&orderId=order-1001")]
    [InlineData("no parameters at success", "/payments/success")]
    [InlineData("the placeholder at success", "/payments/success?paymentKey=k&orderId=%7BorderId%7D&amount=15000")]
    [InlineData("empty parameters at success", "/payments/success?paymentKey=&orderId=&amount=")]
    [InlineData("a repeated parameter at success", "/payments/success?paymentKey=k&paymentKey=k&orderId=order-1001&amount=15000")]
    [InlineData("an amount that is not a number", "/payments/success?paymentKey=k&orderId=order-1001&amount=NaN")]
    [InlineData("bytes that are not text", "/payments/success?paymentKey=%ff%fe&orderId=%00&amount=1")]
    public async Task Odd_address_is_a_page_for_a_browser_and_problem_details_for_a_script(string what, string address)
    {
        Assert.NotEmpty(what);
        await using var host = await PaymentHost.StartAsync();

        var page = await VisitAsync(host, address);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<a href=\"/\">", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var problem = await VisitAsync(host, address, "application/json");
        Assert.Equal(("application/problem+json", page.StatusCode), (problem.Content.Headers.ContentType?.MediaType, problem.StatusCode));
        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("/payments/fail/%7BorderId%7D?code=REJECT_CARD_PAYMENT&message=x&orderId=order-1001")]
    [InlineData("/payments/fail?code=REJECT_CARD_PAYMENT&message=x&orderId=order-1001")]
    public async Task Order_id_that_the_API_adds_helps_where_the_path_has_none(string address)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);

        Assert.Equal("/orders/order-1001?code=REJECT_CARD_PAYMENT", (await VisitAsync(host, address)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData(null)]
    public async Task Navigation_without_a_specific_accept_header_is_answered_with_a_page(string? accept)
    {
        await using var host = await VisitedAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        host.Browser.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");

        Assert.Equal("text/html", (await VisitAsync(host, "/payments/success" + Query, accept)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Failure_without_problem_details_is_a_page_for_a_browser_and_left_to_the_host_for_a_script()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("a bug"));

        var page = await VisitAsync(host, "/payments/success" + Query);

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("please do not pay again", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was sent", html, StringComparison.Ordinal);
        Assert.DoesNotContain("a bug", html, StringComparison.Ordinal);
        Assert.Single(host.Log.Messages, message => message.EventId == 1112);
        Assert.Equal(0, (await VisitAsync(host, "/payments/success" + Query, "application/json")).Content.Headers.ContentLength);
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
    [InlineData("an order that was never opened", "/payments/fail/order-9999", 404, "There is no such order")]
    [InlineData("an invalid order id", "/payments/fail/%3Cscript%3E", 404, "There is no such order")]
    [InlineData("an incomplete address", "/payments/success?paymentKey=%3Cscript%3Ealert(1)%3C/script%3E", 400, "This address cannot be read")]
    public async Task Every_refusal_is_a_page_with_a_way_back_and_nothing_of_the_address(string what, string address, int status, string title)
    {
        Assert.NotEmpty(what);
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>())).ReturnsAsync((PaymentOrder?)null);

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
    public async Task Caller_that_accepts_no_page_gets_problem_details(string? accept)
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
        based.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Unavailable(Orders.Id, "away"));
        Assert.Contains("<a href=\"/shop/\">", await HtmlAsync(based, "/shop"), StringComparison.Ordinal);
    }

    /// <summary>Returns the hash of the page's own style or script, as its policy must contain it.</summary>
    private static string Hash(string answer, string element)
    {
        var begin = answer.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var inline = answer[begin..answer.IndexOf($"</{element}>", begin, StringComparison.Ordinal)];
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}'";
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
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
        return host;
    }
}
