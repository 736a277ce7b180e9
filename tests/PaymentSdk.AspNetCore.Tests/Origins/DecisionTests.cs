using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>The rules of docs/spec/origins.md §4, each over a real socket with all CORS headers.</summary>
public sealed class DecisionTests
{
    private const string Allowed = "access-control-allow-origin: https://myshop.com\naccess-control-expose-headers: location, retry-after\nvary: Origin";
    private const string Json = "Content-Type: application/json";

    public static TheoryData<string, string[]> LetsIn => new()
    {
        { "POST", ["Origin: https://myshop.com", Json] },
        { "POST", ["Origin: https://myshop.com", "Content-Type: application/json; charset=utf-8"] },
        { "POST", ["Origin: https://myshop.com", "Content-Type: APPLICATION/JSON"] },
        { "POST", ["Origin: https://myshop.com", Json, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"] },
        { "POST", ["Origin: https://myshop.com", Json, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: same-origin"] },
        { "GET", ["Origin: https://myshop.com"] },
    };

    [Theory]
    [MemberData(nameof(LetsIn))]
    public async Task A_page_of_a_registered_origin_is_allowed_and_may_read_the_answer(string method, string[] headers)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await Send(host, method, headers);

        Assert.Equal((200, Allowed, 1), (answer.Status, answer.CorsHeaders, host.Handled));
    }

    [Fact]
    public async Task A_post_without_a_body_needs_no_media_type_and_a_chunked_one_does()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var empty = await host.SendAsync("POST", "/api/orders", "", "Origin: https://myshop.com");
        var chunked = await RawHttp.SendAsync(host.Port, "POST /api/orders HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nOrigin: https://myshop.com\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"u8.ToArray());

        Assert.Equal((200, 415, 1), (empty.Status, chunked.Status, host.Handled));
    }

    public static TheoryData<string, string[]> PassesWithoutCors => new()
    {
        { "GET", [] },
        { "GET", ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"] },
        { "GET", ["Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate"] },
    };

    [Theory]
    [MemberData(nameof(PassesWithoutCors))]
    public async Task A_read_from_the_same_origin_needs_no_Origin_header(string method, string[] headers)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await Send(host, method, headers);

        Assert.Equal((200, "vary: Origin", 1), (answer.Status, answer.CorsHeaders, host.Handled));
    }

    public static TheoryData<string, string, string[]> Refuses => new()
    {
        { "origin-missing", "POST", [Json] },
        { "origin-missing", "POST", [Json, "Origin:"] },
        { "origin-missing", "POST", [Json, "Origin:   "] },
        { "origin-missing", "GET", ["Origin:"] },
        { "origin-missing", "GET", ["Sec-Fetch-Site: cross-site"] },
        { "origin-missing", "GET", ["Sec-Fetch-Site: same-site"] },
        { "origin-missing", "GET", ["Sec-Fetch-Site: same-site", "Sec-Fetch-Site: same-origin"] },
        { "origin-ambiguous", "POST", [Json, "Origin: https://myshop.com", "Origin: https://myshop.com"] },
        { "origin-ambiguous", "POST", [Json, "Origin: https://myshop.com", "Origin: https://evil.example"] },
        { "origin-ambiguous", "GET", ["Origin: https://myshop.com", "Origin: null"] },
        { "origin-null", "POST", [Json, "Origin: null"] },
        { "origin-null", "GET", ["Origin: null"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://evil.example"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://myshop.com/"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://myshop.com:443"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://MyShop.com"] },
        { "origin-not-registered", "POST", [Json, "Origin: http://myshop.com"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://www.myshop.com"] },
        { "origin-not-registered", "POST", [Json, "Origin: https://myshop.com."] },
        { "origin-not-registered", "POST", [Json, "Origin: https://myshop.com, https://myshop.com"] },
        { "origin-not-registered", "POST", [Json, "Origin: NULL"] },
        { "origin-not-registered", "GET", ["Origin: https://evil.example"] },
        { "request-mode-not-allowed", "POST", [Json, "Origin: https://myshop.com", "Sec-Fetch-Mode: navigate"] },
        { "request-mode-not-allowed", "POST", [Json, "Origin: https://myshop.com", "Sec-Fetch-Mode: no-cors"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com", "Content-Type: text/plain"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com", "Content-Type: application/x-www-form-urlencoded"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com", "Content-Type: text/plain; application/json"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com", "Content-Type: application/jsonp"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com", "Content-Type: application/json, text/plain"] },
        { "unsupported-media-type", "POST", ["Origin: https://myshop.com"] },
    };

    [Theory]
    [MemberData(nameof(Refuses))]
    public async Task Everything_else_is_refused_before_the_shops_code_runs(string slug, string method, string[] headers)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await Send(host, method, headers);

        Assert.Equal(slug == "unsupported-media-type" ? 415 : 403, answer.Status);
        Assert.Equal(
            [("cache-control", "no-store"), ("content-type", "application/problem+json"), ("vary", "Origin"), ("x-content-type-options", "nosniff")],
            answer.Headers.Where(header => header.Name is not ("date" or "server" or "connection" or "content-length")).OrderBy(header => header.Name));
        Assert.Contains($"\"type\":\"urn:paymentsdk:problem:{slug}\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("detail", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, host.Handled);
        Assert.Single(host.Log.Refusals, line => line.Contains(slug, StringComparison.Ordinal));
    }

    private static Task<RawResponse> Send(ProtectedHost host, string method, string[] headers) => method == "POST"
        ? host.SendAsync("POST", "/api/orders", "{}", headers)
        : host.SendAsync(method, "/api/orders/1", "", headers);
}
