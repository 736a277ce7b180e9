using System.Net;
using System.Net.Http.Headers;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>Access to the sandbox's controls. If a proxy runs on this machine, a local connection does not prove that the caller is local.</summary>
public sealed class ControlTokenTests
{
    private const string _token = "obviously-fake-control-token";

    [Theory]
    [InlineData("GET", "/sandbox/payments", null)]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000002","amount":15000}""")]
    [InlineData("POST", "/sandbox/payments/{key}/cancel", "{}")]
    [InlineData("POST", "/sandbox/payments/{key}/deposit", null)]
    [InlineData("POST", "/sandbox/billing-auths", """{"customerKey":"customer-1"}""")]
    [InlineData("POST", "/sandbox/brandpay-codes", """{"customerKey":"customer-1"}""")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"any","kind":"status-500"}]""")]
    [InlineData("DELETE", "/sandbox/faults", null)]
    [InlineData("GET", "/sandbox/webhooks", null)]
    [InlineData("PUT", "/sandbox/webhooks", """{"url":null}""")]
    [InlineData("POST", "/sandbox/clock", """{"advance":"00:11:00"}""")]
    [InlineData("GET", "/sandbox/no-such", null)]
    public async Task With_a_token_a_visitor_behind_a_proxy_of_this_machine_uses_no_control(string method, string path, string? body)
    {
        await using var shop = await TestGateway.StartAsync(options => options.ControlToken = _token);
        await using var proxy = await PlainProxy.StartAsync(shop.Gateway.Address);
        var paymentKey = await shop.PayAsync();
        using var stranger = new HttpClient { BaseAddress = proxy.Address };

        foreach (var token in new[] { null, "", "wrong-token-of-nobody", _token[..^1], $"{_token}x" })
        {
            using var answer = await stranger.SendAsync(Request(method, path.Replace("{key}", paymentKey), body, token), TestGateway.Token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.DoesNotContain(_token, await answer.Content.ReadAsStringAsync(TestGateway.Token));
        }

        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + _token)]
    [InlineData("Sandbox-Control-Token", _token)]
    public async Task With_the_token_the_controls_answer_also_through_a_proxy(string header, string value)
    {
        await using var shop = await TestGateway.StartAsync(options => options.ControlToken = _token);
        await using var proxy = await PlainProxy.StartAsync(shop.Gateway.Address);
        using var tester = new HttpClient { BaseAddress = proxy.Address };
        var request = Request("POST", "/sandbox/payments", """{"orderId":"order-000001","amount":15000}""", token: null);
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await tester.SendAsync(request, TestGateway.Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(200, (await shop.ConfirmAsync((await Answer.OfAsync(answer))["paymentKey"]!)).Status);
    }

    [Fact]
    public async Task A_page_of_another_origin_is_refused_even_with_the_token()
    {
        await using var shop = await TestGateway.StartAsync(options => options.ControlToken = _token);
        var request = Request("GET", "/sandbox/payments", null, _token);
        request.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(403, (await SendAsync(shop, request)).Status);
    }

    [Fact]
    public async Task The_first_page_shows_who_may_use_the_controls()
    {
        await using var open = await TestGateway.StartAsync();
        await using var closed = await TestGateway.StartAsync(options => options.ControlToken = _token);

        Assert.Contains("A proxy on this machine", await open.Http.GetStringAsync("/", TestGateway.Token));
        var page = await closed.Http.GetStringAsync("/", TestGateway.Token);
        Assert.Contains("ask for the token", page);
        Assert.DoesNotContain(_token, page);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://sandbox.internal:0")]
    [InlineData("http://203.0.113.9:0")]
    public async Task Where_other_machines_reach_it_the_sandbox_does_not_start_without_a_token(string url)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => SandboxGateway.StartAsync(options => options.Urls = ["http://127.0.0.1:0", url], TestGateway.Token));

        Assert.Contains("--control-token", refused.Message);
        Assert.Contains(url, refused.Message);
    }

    [Fact]
    public async Task An_endpoint_that_the_Kestrel_hook_adds_needs_the_token_too()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => SandboxGateway.StartAsync(options => options.Kestrel = kestrel => kestrel.ListenAnyIP(0), TestGateway.Token));

        Assert.Contains("--control-token", refused.Message);
    }

    [Fact]
    public async Task With_a_token_it_starts_on_every_interface()
    {
        await using var shop = await TestGateway.StartAsync(options => (options.Urls, options.ControlToken) = (["http://0.0.0.0:0"], _token));

        Assert.Equal(401, (await SendAsync(shop, Request("GET", "/sandbox/payments", null, token: null))).Status);
        Assert.Equal(200, (await SendAsync(shop, Request("GET", "/sandbox/payments", null, _token))).Status);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("with a space in it")]
    [InlineData("토큰토큰토큰토큰토큰")]
    public async Task A_token_that_no_header_can_carry_is_refused_and_not_shown(string token)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => SandboxGateway.StartAsync(options => options.ControlToken = token, TestGateway.Token));

        Assert.Contains("The control token must have 8 to 200 characters", refused.Message);
        if (token.Length > 0)
            Assert.DoesNotContain(token, refused.Message);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example:5180", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("tosspayments.com.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("eviltosspayments.com", HttpStatusCode.Forbidden)]
    [InlineData("203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5180", HttpStatusCode.OK)]
    [InlineData("[::1]:5180", HttpStatusCode.OK)]
    [InlineData("js.tosspayments.com", HttpStatusCode.OK)]
    [InlineData("sandbox.myshop.test", HttpStatusCode.OK)]
    public async Task Windows_answer_to_the_names_of_the_sandbox_only(string host, HttpStatusCode expected)
    {
        await using var shop = await TestGateway.StartAsync(options => options.PublicAddress = "https://sandbox.myshop.test");
        var payment = await shop.PostAsync("/v1/payments", """{"method":"카드","amount":15000,"orderId":"order-000001","orderName":"양말","successUrl":"http://localhost/a","failUrl":"http://localhost/b"}""");

        foreach (var path in new[] { "/window?clientKey=test_gck_fake_shop", "/window/methods", "/window/agreement", "/window/billing", $"/window/{payment["paymentKey"]}", $"/window/payments/{payment["paymentKey"]}", "/window/assets/window.js" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var answer = await shop.Http.SendAsync(request, TestGateway.Token);
            Assert.Equal((path, expected), (path, answer.StatusCode));
        }

        var press = Request("POST", $"/window/payments/{payment["paymentKey"]}/approve", """{"method":"CARD","issuer":"51"}""", token: null);
        press.Headers.Host = host;
        using var pressed = await shop.Http.SendAsync(press, TestGateway.Token);
        Assert.Equal(expected, pressed.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? "IN_PROGRESS" : "READY", shop.Payment(payment["paymentKey"]!).Status);
    }

    [Theory]
    [InlineData("test_gsk_fake_shop")]
    [InlineData("test_sk_fake_shop")]
    public async Task A_payment_that_a_control_makes_without_a_key_belongs_to_the_shop_that_uses_it(string secretKey)
    {
        await using var shop = await TestGateway.StartAsync();
        var basic = new AuthenticationHeaderValue("Basic", TestGateway.Basic($"{secretKey}:"));
        var paymentKey = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments", """{"orderId":"order-000001","amount":15000,"method":"VIRTUAL_ACCOUNT"}"""))["paymentKey"];
        var authKey = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/billing-auths", """{"customerKey":"customer-1"}"""))["authKey"];
        var methodKey = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/brandpay-methods", """{"customerKey":"customer-1"}"""))["methodKey"];
        var code = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/brandpay-codes", """{"customerKey":"customer-1"}"""))["code"];

        Assert.Equal("IN_PROGRESS", (await SendAsync("GET", $"/v1/payments/{paymentKey}", null))["status"]);
        var confirmed = await SendAsync("POST", "/v1/payments/confirm", $$"""{"paymentKey":"{{paymentKey}}","orderId":"order-000001","amount":15000}""");
        var issued = await SendAsync("POST", "/v1/billing/authorizations/issue", $$"""{"authKey":"{{authKey}}","customerKey":"customer-1"}""");
        var charged = await SendAsync("POST", "/v1/brandpay/payments", $$"""{"methodKey":"{{methodKey}}","customerKey":"customer-1","orderId":"order-000002","orderName":"양말","amount":15000}""");
        var token = await SendAsync("POST", "/v1/brandpay/authorizations/access-token", $$"""{"grantType":"AuthorizationCode","code":"{{code}}","customerKey":"customer-1"}""");
        var deposited = await shop.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/sandbox/payments/{paymentKey}/deposit") { Headers = { Authorization = basic } });
        var stranger = await shop.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/payments/{paymentKey}")
        {
            Headers = { Authorization = new("Basic", TestGateway.Basic(secretKey == "test_sk_fake_shop" ? "test_gsk_fake_shop:" : "test_sk_fake_shop:")) },
        });

        Assert.Equal([200, 200, 200, 200, 200], new[] { confirmed, issued, charged, token, deposited }.Select(answer => answer.Status));
        Assert.Single(new[] { confirmed, issued, charged }.Select(answer => answer["mId"]).Distinct());
        Assert.Equal("DONE", deposited["status"]);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), stranger.Error);

        Task<Answer> SendAsync(string method, string path, string? body) =>
            shop.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = Json(body), Headers = { Authorization = basic } });
    }

    [Theory]
    [InlineData("test_sk_fake_shop", "test_gsk_fake_shop")]
    [InlineData("test_gsk_fake_shop", "test_sk_fake_shop")]
    public async Task A_control_that_is_called_with_a_secret_key_works_for_its_shop_and_no_other(string own, string other)
    {
        await using var shop = await TestGateway.StartAsync();
        var made = await shop.SendAsync(Call("/sandbox/payments", """{"orderId":"order-000001","amount":15000}""", own));
        var auth = await shop.SendAsync(Call("/sandbox/billing-auths", """{"customerKey":"customer-1"}""", own));

        var confirm = $$"""{"paymentKey":"{{made["paymentKey"]}}","orderId":"order-000001","amount":15000}""";
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.SendAsync(Call("/v1/payments/confirm", confirm, other))).Error);
        Assert.Equal(200, (await shop.SendAsync(Call("/v1/payments/confirm", confirm, own))).Status);
        var issue = $$"""{"authKey":"{{auth["authKey"]}}","customerKey":"customer-1"}""";
        Assert.Equal((400, "INVALID_BILLING_AUTH"), (await shop.SendAsync(Call("/v1/billing/authorizations/issue", issue, other))).Error);
        Assert.Equal(200, (await shop.SendAsync(Call("/v1/billing/authorizations/issue", issue, own))).Status);
        Assert.Equal(401, (await shop.SendAsync(Call("/sandbox/payments", """{"orderId":"order-000001","amount":15000}""", "test_sk_of_nobody"))).Status);
    }

    private static HttpRequestMessage Call(string path, string body, string secretKey) =>
        new(HttpMethod.Post, path) { Content = Json(body), Headers = { Authorization = new("Basic", TestGateway.Basic($"{secretKey}:")) } };

    private static HttpRequestMessage Request(string method, string path, string? body, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = Json(body) };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return request;
    }

    private static StringContent? Json(string? body) => body is null ? null : new StringContent(body, null, "application/json");

    private static async Task<Answer> SendAsync(TestGateway shop, HttpRequestMessage request)
    {
        using var answer = await shop.Http.SendAsync(request, TestGateway.Token);
        return await Answer.OfAsync(answer);
    }
}
