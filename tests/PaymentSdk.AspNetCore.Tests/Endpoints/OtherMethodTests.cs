using System.Net;
using Microsoft.AspNetCore.Builder;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answers of <c>success</c> and <c>fail</c> to methods other than GET, and to longer paths: never an empty answer.</summary>
public sealed class OtherMethodTests
{
    private const string Query = "?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/payments/success" + Query)]
    [InlineData("PUT", "/payments/success" + Query)]
    [InlineData("DELETE", "/payments/success/")]
    [InlineData("PATCH", "/payments/success/order-1001")]
    [InlineData("OPTIONS", "/payments/success")]
    [InlineData("PROPFIND", "/payments/success")]
    [InlineData("POST", "/payments/fail/order-1001?code=PAY_PROCESS_CANCELED&message=x")]
    [InlineData("POST", "/payments/fail")]
    [InlineData("POST", "/payments/fail/a/b/c")]
    [InlineData("PUT", "/payments/fail/%7BorderId%7D")]
    public async Task Method_that_is_not_GET_is_a_page_for_a_browser_and_problem_details_for_a_script(string method, string address)
    {
        await using var host = await PaymentHost.StartAsync();

        var page = await SendAsync(host, method, address, "text/html,*/*;q=0.8");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(["GET"], page.Content.Headers.Allow);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.Contains("이번 요청은 결제 서비스에 전달되지 않았습니다.", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", html, StringComparison.Ordinal);

        var problem = await SendAsync(host, method, address, "application/json");
        Assert.Equal(["GET"], problem.Content.Headers.Allow);
        Assert.Equal("405 request-mode-not-allowed", await Answer.ProblemAsync(problem));
        host.Checkout.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task HEAD_is_405_and_calls_nothing()
    {
        await using var host = await PaymentHost.StartAsync();

        foreach (var address in (string[])["/payments/success" + Query, "/payments/fail/order-1001", "/payments/fail", "/payments/fail/a/b"])
        {
            var answer = await SendAsync(host, "HEAD", address, "text/html");
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        }

        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("/payments/fail/a/b", 404, "order-not-found")]
    [InlineData("/payments/fail/order-1001/order-1001?code=PAY_PROCESS_CANCELED", 404, "order-not-found")]
    [InlineData("/payments/fail/a//b/", 404, "order-not-found")]
    [InlineData("/payments/success/order-1001" + Query, 400, "malformed-request")]
    [InlineData("/payments/success/a/b/", 400, "malformed-request")]
    public async Task Path_with_more_segments_is_a_page_for_a_browser_and_problem_details_for_a_script(string address, int status, string slug)
    {
        await using var host = await PaymentHost.StartAsync();

        var page = await SendAsync(host, "GET", address, "text/html");
        Assert.Equal((status, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<a href=\"/\">", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        Assert.Equal($"{status} {slug}", await Answer.ProblemAsync(await SendAsync(host, "GET", address, "application/json")));
        host.Checkout.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Order_id_that_the_API_adds_helps_where_the_path_is_too_long()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);

        var answer = await SendAsync(host, "GET", "/payments/fail/shop/order-1001?code=REJECT_CARD_PAYMENT&message=x&orderId=order-1001", "text/html");

        Assert.Equal("/orders/order-1001?code=REJECT_CARD_PAYMENT", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Shop_may_keep_a_method_of_its_own_at_these_addresses_and_pages_below_them()
    {
        await using var host = await PaymentHost.StartAsync(map: app =>
        {
            app.MapPayments();
            app.MapPost("/payments/success", () => "the shop's POST");
            app.MapGet("/payments/fail/help/card", () => "the shop's page");
            app.MapFallback(() => "the shop's fallback");
        });

        Assert.Equal("the shop's POST", await (await SendAsync(host, "POST", "/payments/success", "text/html")).Content.ReadAsStringAsync(Ct));
        Assert.Equal("the shop's page", await (await SendAsync(host, "GET", "/payments/fail/help/card", "text/html")).Content.ReadAsStringAsync(Ct));
        Assert.Equal("the shop's fallback", await (await SendAsync(host, "GET", "/payments/other", "text/html")).Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(host, "PUT", "/payments/success", "text/html")).StatusCode);
        Assert.DoesNotContain(host.Log.Messages, message => message.Text.Contains("500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_that_maps_the_same_address_for_every_method_gets_an_error_in_the_log()
    {
        await using var host = await PaymentHost.StartAsync(map: app =>
        {
            app.MapPayments();
            app.Map("/payments/success/{**rest}", () => "the shop's own");
        });

        Assert.Contains(host.Log.Messages, message => message.Level == Microsoft.Extensions.Logging.LogLevel.Error && message.Text.Contains("/payments/success/{**rest}", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendAsync(PaymentHost host, string method, string address, string accept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Accept", accept);
        if (method is "POST" or "PUT")
            request.Content = new FormUrlEncodedContent([new("paymentKey", "tgen_fake"), new("orderId", "order-1001"), new("amount", "15000")]);
        return await host.Browser.SendAsync(request, Ct);
    }
}
