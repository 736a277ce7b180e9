using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>The explanation of a refused page (docs/spec/origins.md §5).</summary>
public sealed class ExplanationTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "https://www.myshop.com", "registered https://myshop.com, got https://www.myshop.com: host differs. Add https://www.myshop.com to Payment:MerchantOrigins if that page is yours." },
        { "https://pay.myshop.com", "registered https://myshop.com, got https://pay.myshop.com: host differs. Add https://pay.myshop.com to Payment:MerchantOrigins if that page is yours." },
        { "http://myshop.com", "registered https://myshop.com, got http://myshop.com: scheme differs. Open the page over https." },
        { "http://www.myshop.com:8080", "registered https://myshop.com, got http://www.myshop.com:8080: scheme, host, port differ. Open the page over https." },
        { "https://myshop.com:8443", "registered https://myshop.com, got https://myshop.com:8443: port differs. Add https://myshop.com:8443 to Payment:MerchantOrigins if that page is yours." },
        { "https://myshop.com/", "got https://myshop.com/, which no browser sends: it has a trailing slash. The caller should send https://myshop.com." },
        { "https://MyShop.com", "got https://MyShop.com, which no browser sends: it has upper case letters. The caller should send https://myshop.com." },
        { "https://myshap.com", "registered https://myshop.com, got https://myshap.com: host differs and only looks similar. Do not add it unless you are sure that the page is yours." },
        { "https://elsewhere.example", "got https://elsewhere.example, and no registered origin is similar to it. Add https://elsewhere.example to Payment:MerchantOrigins if that page is yours." },
        { "capacitor://localhost", "got capacitor://localhost, the origin of an app or an extension. Register it with DangerouslyAllowAppSchemes, or let the app call without an origin (AllowRequestsWithoutOrigin)." },
        { "http://localhost:3001", "registered http://localhost:3000, got http://localhost:3001: port differs. Add http://localhost:3001 to Payment:MerchantOrigins if that page is yours." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_log_and_in_Development_the_answer_say_why(string origin, string why)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), origins: [ProtectedHost.Shop, "http://localhost:3000"], environment: "Development");

        var answer = await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {origin}");

        Assert.StartsWith(
            $$"""{"type":"urn:paymentsdk:problem:origin-not-registered","title":"The request comes from an origin that is not registered.","status":403,"detail":"{{why}}","origin":"{{origin}}","nearest":""",
            answer.Body,
            StringComparison.Ordinal);
        var line = Assert.Single(host.Log.Refusals);
        Assert.StartsWith($"Refused origin-not-registered: GET /api/orders/1 from {origin}, nearest '", line, StringComparison.Ordinal);
        Assert.EndsWith(why, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_the_answer_holds_the_parts_for_a_page_to_show()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), environment: "Development");

        var near = await host.SendAsync("GET", "/api/orders/1", "", "Origin: http://www.myshop.com");
        var far = await host.SendAsync("GET", "/api/orders/1", "", "Origin: https://elsewhere.example");

        Assert.EndsWith(""","origin":"http://www.myshop.com","nearest":"https://myshop.com","differs":["scheme","host"],"hint":"Open the page over https."}""", near.Body, StringComparison.Ordinal);
        Assert.Contains(""","nearest":null,"differs":[],""", far.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors")]
    [InlineData("POST", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors")]
    [InlineData("GET", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors")]
    [InlineData("POST", "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.0 Mobile/15E148 Safari/604.1")]
    [InlineData("POST", "Sec-Fetch-Mode: cors", "Origin: ")]
    public async Task A_browsers_request_without_its_origin_is_explained_in_every_environment_without_advice_to_disable_the_check(string method, params string[] headers)
    {
        const string reported = "A browser sent this request, and browsers put an Origin header on it: something between the browser and this server removed it, most likely a CDN or a proxy. Let it pass the Origin header on unchanged.";
        foreach (var environment in (string[])["Production", "Development"])
        {
            await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), environment: environment);
            var body = method == "POST" ? "{}" : "";

            var answer = await host.SendAsync(method, method == "POST" ? "/api/orders" : "/api/orders/1", body, [.. headers, "Content-Type: application/json"]);

            Assert.Equal(
                $$"""{"type":"urn:paymentsdk:problem:origin-missing","title":"The request names no origin.","status":403,"detail":"{{reported}}"}""",
                answer.Body);
            Assert.EndsWith(reported, Assert.Single(host.Log.Refusals), StringComparison.Ordinal);
            Assert.DoesNotContain("AllowRequestsWithoutOrigin", answer.Body + host.Log.Refusals[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "", "To let native apps and servers call without it, set AllowRequestsWithoutOrigin.")]
    [InlineData("POST", "User-Agent: okhttp/4.12.0", "To let native apps and servers call without it, set AllowRequestsWithoutOrigin.")]
    [InlineData("GET", "Sec-Fetch-Site: cross-site", "A page of another site asked without CORS")]
    public async Task Other_requests_without_an_origin_are_explained_in_the_log_only(string method, string header, string why)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());
        string[] headers = header.Length > 0 ? [header] : [];

        var answer = await host.SendAsync(method, method == "POST" ? "/api/orders" : "/api/orders/1", "", headers);

        Assert.Equal("""{"type":"urn:paymentsdk:problem:origin-missing","title":"The request names no origin.","status":403}""", answer.Body);
        Assert.Contains(why, Assert.Single(host.Log.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_the_answer_names_the_rule_only()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await host.SendAsync("GET", "/api/orders/1", "", "Origin: https://www.myshop.com");

        Assert.Equal(
            """{"type":"urn:paymentsdk:problem:origin-not-registered","title":"The request comes from an origin that is not registered.","status":403}""",
            answer.Body);
        Assert.Single(host.Log.Refusals, line => line.Contains("host differs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_from_the_network_is_cut_and_escaped_in_the_log()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        await host.SendAsync("GET", "/api/orders/a%0d%0afake", "", $"Origin: https://evil\u202e\u2028.example/{new string('x', 5000)}");

        var line = Assert.Single(host.Log.Refusals);
        Assert.True(line.Length < 800, line);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Contains("\\u202e\\u2028", line, StringComparison.Ordinal);
        Assert.Contains("/api/orders/a\\u000d\\u000afake", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnosis_is_available_without_a_request()
    {
        var diagnosis = OriginDiagnosis.Of("http://www.myshop.com", ["https://myshop.com", "https://other.example", "https://*.patterns.example"]);

        Assert.Equal((Origin.Parse("https://myshop.com"), OriginDifference.Scheme | OriginDifference.Host), (diagnosis.Nearest!.Value, diagnosis.Difference));
        Assert.Equal("got https://a.example, but no origin is registered.", OriginDiagnosis.Of("https://a.example", []).Explanation);
        Assert.Equal("http://www.myshop.com", diagnosis.Presented);
        Assert.Null(OriginDiagnosis.Of(null, ["https://myshop.com"]).Nearest);
    }

    [Fact]
    public void Of_several_registered_origins_the_nearest_is_named()
    {
        string[] registered = ["https://pay.myshop.com", "https://www.myshop.com", "https://myshop.com:8443", "https://myshop.co.kr"];

        Assert.Equal("https://myshop.com:8443", OriginDiagnosis.Of("https://myshop.com", registered).Nearest.ToString());
        Assert.Equal("https://www.myshop.com", OriginDiagnosis.Of("https://myshop.com", registered[..2]).Nearest.ToString());
        Assert.Equal("https://myshop.co.kr", OriginDiagnosis.Of("https://www.myshop.co.kr", registered).Nearest.ToString());
        Assert.Null(OriginDiagnosis.Of("https://othershop.co.kr", ["https://first.co.kr"]).Nearest);
    }
}
