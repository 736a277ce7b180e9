namespace PaymentSdk.Sandbox.Tests;

public sealed class ApiSurfaceTests
{
    [Fact]
    public async Task No_answer_of_the_API_carries_a_CORS_header_and_a_preflight_is_a_method_it_does_not_know()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/payments/confirm")
        {
            Headers = { { "Origin", "https://myshop.com" }, { "Access-Control-Request-Method", "POST" } },
        };
        var get = new HttpRequestMessage(HttpMethod.Get, $"/v1/payments/{paymentKey}") { Headers = { { "Origin", "https://myshop.com" } } };
        Answer[] answers = [await shop.SendAsync(preflight), await shop.SendAsync(get)];

        Assert.Equal((404, "NOT_FOUND_HTTP_METHOD"), answers[0].Error);
        Assert.Equal(200, answers[1].Status);
        Assert.All(answers, answer => Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("https://myshop.com", shop.Gateway.ReadRequests()[^1].Origin);
    }

    [Theory]
    [InlineData("GET", "/v1/none", "NOT_FOUND")]
    [InlineData("POST", "/v1/payouts/sub-malls", "NOT_FOUND")]
    [InlineData("DELETE", "/v1/payments/tgen_1", "NOT_FOUND_HTTP_METHOD")]
    [InlineData("PUT", "/v1/payments/confirm", "NOT_FOUND_HTTP_METHOD")]
    [InlineData("GET", "/v1/payments/tgen_1/cancel", "NOT_FOUND_HTTP_METHOD")]
    [InlineData("POST", "/v1/payments/orders/order-000001", "NOT_FOUND_HTTP_METHOD")]
    public async Task Unknown_path_and_wrong_method_get_different_JSON_errors(string method, string path, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((404, code), answer.Error);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Every_answer_has_a_trace_id_of_its_own()
    {
        await using var shop = await TestGateway.StartAsync();

        var ids = new List<string>();
        foreach (var path in new[] { "/v1/payments/tgen_1", "/v1/none", "/v2/none" })
            ids.Add((await shop.GetAsync(path)).Headers["x-tosspayments-trace-id"]);

        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Theory]
    [InlineData(null, "존재하지 않는 결제입니다.")]
    [InlineData("ko-KR", "존재하지 않는 결제입니다.")]
    [InlineData("en-US", "The payment does not exist.")]
    public async Task Messages_are_Korean_unless_English_is_requested(string? language, string message)
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/payments/tgen_none");
        if (language is not null)
            request.Headers.Add("Accept-Language", language);

        Assert.Equal(message, (await shop.SendAsync(request))["message"]);
    }

    [Theory]
    [InlineData("REJECT_CARD_COMPANY", 403, "REJECT_CARD_COMPANY")]
    [InlineData("PROVIDER_ERROR", 400, "PROVIDER_ERROR")]
    [InlineData("UNKNOWN_PAYMENT_ERROR", 500, "UNKNOWN_PAYMENT_ERROR")]
    [InlineData("IDEMPOTENT_REQUEST_PROCESSING", 409, "IDEMPOTENT_REQUEST_PROCESSING")]
    [InlineData("NO_SUCH_CODE", 400, "INVALID_TEST_CODE")]
    public async Task Test_code_is_answered_before_the_payment_key_is_checked(string testCode, int status, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/payments/confirm")
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "TossPayments-Test-Code", testCode } },
        };

        Assert.Equal((status, code), (await shop.SendAsync(request)).Error);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Body_without_a_JSON_content_type_is_refused(string contentType)
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/payments/confirm")
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, contentType),
        };

        Assert.Equal((400, "INVALID_REQUEST"), (await shop.SendAsync(request)).Error);
    }

    [Fact]
    public async Task Huge_body_is_refused()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.PostAsync("/v1/payments/confirm", $$"""{"paymentKey":"{{new string('x', 100_000)}}"}""");

        Assert.Equal((400, "INVALID_REQUEST"), answer.Error);
    }
}
