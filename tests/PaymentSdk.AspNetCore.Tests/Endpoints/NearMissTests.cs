using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Moq;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>Addresses that nearly equal <c>success</c> or <c>fail</c>: a person who visits one never sees an empty page.</summary>
public sealed class NearMissTests
{
    private const string Query = "?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> OfSuccess { get; } =
    [
        "/payments//success", "/payments///success", "/payments/success%2F", "/payments/%2Fsuccess", "/payments/success;x", "/payments/success;jsessionid=1",
        "/payments/success%20", "/payments/%20success", "/payments/success.", "/payments/success%5C", "/payments/%5Csuccess", "/payments/success&paymentKey=tgen_fake&orderId=order-1001&amount=15000",
        "/payments/success%3FpaymentKey=tgen_fake", "/payments/SUCCESS%2f", "/payments//success/", "/payments//success/a/b", "/payments/success%22", "/payments/success%E3%80%82", "/payments/./%2Fsuccess",
    ];

    [Theory]
    [MemberData(nameof(OfSuccess))]
    public async Task Address_near_success_is_a_page_for_a_browser_and_problem_details_for_a_script(string path)
    {
        await using var host = await PaymentHost.StartAsync();

        await AssertPageAsync(host, path + Query, 400);
        Assert.Contains("malformed-request", (await SendAsync(host, path + Query, "application/json")).Body, StringComparison.Ordinal);
        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("/payments//fail/order-1001")]
    [InlineData("/payments//fail")]
    [InlineData("/payments/fail;x")]
    [InlineData("/payments/fail%2Forder-1001")]
    [InlineData("/payments/fail%20/order-1001")]
    public async Task Address_near_fail_is_a_page_for_a_browser_that_uses_the_order_id_that_the_API_adds(string path)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);

        await AssertPageAsync(host, path, 404);
        var answer = await SendAsync(host, path + "?code=REJECT_CARD_PAYMENT&message=x&orderId=order-1001", "text/html");
        Assert.Equal((303, "/orders/order-1001?code=REJECT_CARD_PAYMENT"), (answer.Status, answer.One("location")));
    }

    [Fact]
    public async Task Everything_else_below_the_prefix_is_the_hosts()
    {
        await using var host = await PaymentHost.StartAsync(map: app =>
        {
            app.MapPayments();
            app.MapGet("/payments/history", () => "the shop's page");
            app.MapGet("/payments/success-stories", () => "the shop's page");
            app.MapFallback("{*path}", () => "the shop's fallback");
        });

        foreach (var path in (string[])["/payments/history", "/payments/success-stories"])
            Assert.Contains("the shop's page", (await SendAsync(host, path, "text/html")).Body, StringComparison.Ordinal);
        foreach (var path in (string[])["/payments/other", "/payments", "/payments/", "/payments//", "/payments/successful", "/payments/failed", "/payments/fail-safe", "/payments/success.html", "/payments/orders//success", "//payments/success", "/payments/%EC%84%B1%EA%B3%B5"])
            Assert.Contains("the shop's fallback", (await SendAsync(host, path, "text/html")).Body, StringComparison.Ordinal);
        Assert.Contains("the shop's fallback", (await RawHttp.SendAsync(Port(host), "POST", "/payments//success", headers: "Accept: text/html")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Host_without_other_routes_still_answers_404_to_unknown_addresses()
    {
        await using var host = await PaymentHost.StartAsync();

        foreach (var (method, path) in new[] { ("GET", "/payments/other"), ("POST", "/payments/other"), ("POST", "/payments//success"), ("DELETE", "/payments/success;x"), ("OPTIONS", "/payments/other") })
            Assert.Equal((method, path, 404), (method, path, (await RawHttp.SendAsync(Port(host), method, path, headers: "Accept: text/html")).Status));
    }

    [Fact]
    public async Task Catch_all_of_the_hosts_own_comes_first()
    {
        await using var host = await PaymentHost.StartAsync(map: app =>
        {
            app.MapPayments();
            app.Map("/payments/{**rest}", () => "passed on to another server");
            app.MapGet("/files/{**path}", () => "a file");
        });

        Assert.Contains("passed on", (await SendAsync(host, "/payments//success", "text/html")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Preflight_of_a_protected_endpoint_is_answered_as_before()
    {
        await using var host = await PaymentHost.StartAsync();

        var preflight = await RawHttp.SendAsync(Port(host), "OPTIONS", "/payments/confirm", "", $"Origin: {PaymentHost.PageOrigin}", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type");

        Assert.Equal((204, PaymentHost.PageOrigin), (preflight.Status, preflight.One("access-control-allow-origin")));
    }

    private static async Task AssertPageAsync(PaymentHost host, string address, int status)
    {
        var page = await SendAsync(host, address, "text/html,*/*;q=0.8");
        Assert.Equal((address, status), (address, page.Status));
        Assert.StartsWith("text/html", page.One("content-type"), StringComparison.Ordinal);
        Assert.Contains("상점으로 돌아가기", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("tgen_fake", page.Body, StringComparison.Ordinal);
    }

    private static int Port(PaymentHost host) => new Uri(host.Address).Port;

    // The request is sent byte for byte, because HttpClient would normalize the path.
    private static Task<RawResponse> SendAsync(PaymentHost host, string address, string accept) =>
        RawHttp.SendAsync(Port(host), "GET", address, "", $"Accept: {accept}", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document");
}
