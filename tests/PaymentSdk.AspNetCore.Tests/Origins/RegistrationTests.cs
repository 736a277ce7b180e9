using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

public sealed class RegistrationTests
{
    [Fact]
    public async Task All_problems_of_code_and_configuration_are_reported_together()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(
            ["https://good.example", "https://MyShop.com:443/pay", "*"],
            ("Payment:MerchantOrigins:0", "https://shop.example/"),
            ("Payment:MerchantOrigins:1", "http://pay.example"),
            ("Payment:SecretKey", "")));

        Assert.Contains(refused.Failures, failure => failure == "AddMerchantOrigins argument 2: 'https://MyShop.com:443/pay' cannot be registered: it has upper case letters, the default port of its scheme and a path. Write https://myshop.com instead.");
        Assert.Contains(refused.Failures, failure => failure.StartsWith("AddMerchantOrigins argument 3: '*' cannot be registered", StringComparison.Ordinal));
        Assert.Contains(refused.Failures, failure => failure == "Payment:MerchantOrigins:0: 'https://shop.example/' cannot be registered: it has a trailing slash. Write https://shop.example instead.");
        Assert.Contains(refused.Failures, failure => failure.StartsWith("Payment:MerchantOrigins:1: 'http://pay.example' cannot be registered: plain http", StringComparison.Ordinal));
        Assert.Contains(refused.Failures, failure => failure.StartsWith("Payment:SecretKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_and_configuration_are_united()
    {
        await using var host = await Start(["https://a.example"], ("Payment:MerchantOrigins:0", "https://b.example"));

        Assert.Equal(200, await Status(host, "https://a.example"));
        Assert.Equal(200, await Status(host, "https://b.example"));
        Assert.Equal(403, await Status(host, "https://c.example"));
    }

    [Fact]
    public async Task No_origin_at_all_stops_a_host_outside_Development()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start([]));

        Assert.StartsWith("No merchant origin is registered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_the_hosts_own_loopback_addresses_are_registered_and_logged()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), origins: [], environment: "Development");

        Assert.Equal(200, await Status(host, $"http://127.0.0.1:{host.Port}"));
        Assert.Equal(200, await Status(host, $"http://localhost:{host.Port}"));
        Assert.Equal(403, await Status(host, "http://localhost:1"));
        Assert.Single(host.Log.Of(1004), line => line.Contains($"http://localhost:{host.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Production_the_hosts_own_loopback_addresses_are_not_registered()
    {
        await using var host = await Start(["https://myshop.com"]);

        Assert.Equal(403, await Status(host, $"http://127.0.0.1:{host.Port}"));
    }

    [Theory]
    [InlineData("Payment:DangerouslyAllowInsecureOrigins", "http://myshop.com", "http://myshop.com")]
    [InlineData("Payment:DangerouslyAllowAppSchemes", "capacitor://localhost", "capacitor://localhost")]
    [InlineData("Payment:DangerouslyAllowAppSchemes", "my.app+x-1://shop.example:99", "my.app+x-1://shop.example:99")]
    [InlineData("Payment:DangerouslyAllowSharedSuffixPatterns", "https://*.cafe24.com", "https://myshop.cafe24.com")]
    [InlineData("Payment:DangerouslyAllowSharedSuffixPatterns", "https://*.com", "https://myshop.com")]
    public async Task A_dangerous_switch_allows_exactly_its_own_exception(string setting, string written, string origin)
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => Start([written]));
        foreach (var other in new[] { "Payment:DangerouslyAllowInsecureOrigins", "Payment:DangerouslyAllowAppSchemes", "Payment:DangerouslyAllowSharedSuffixPatterns" }.Where(other => other != setting))
            await Assert.ThrowsAsync<OptionsValidationException>(() => Start([written], (other, "true")));

        await using var host = await Start([written], (setting, "true"));

        Assert.Equal(200, await Status(host, origin));
    }

    [Theory]
    [InlineData("https://*.myshop.com")]
    [InlineData("http://myshop.com")]
    [InlineData("capacitor://localhost")]
    public async Task Credentials_need_exact_origins_on_https_or_loopback(string written)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(
            [written], ("Payment:AllowCredentials", "true"), ("Payment:DangerouslyAllowInsecureOrigins", "true"), ("Payment:DangerouslyAllowAppSchemes", "true")));

        Assert.Contains("AllowCredentials", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_credentials_the_answer_says_so_and_without_it_does_not()
    {
        await using var host = await Start(["https://myshop.com"], ("Payment:AllowCredentials", "true"));

        var answer = await host.SendAsync("GET", "/api/orders/1", "", "Origin: https://myshop.com");
        var preflight = await host.SendAsync("OPTIONS", "/api/orders", "", "Origin: https://myshop.com", "Access-Control-Request-Method: POST");

        Assert.Equal("true", answer.One("access-control-allow-credentials"));
        Assert.Equal("true", preflight.One("access-control-allow-credentials"));
    }

    [Theory]
    [InlineData(200, "Content-Type: application/json")]
    [InlineData(403, "Content-Type: application/json", "Sec-Fetch-Site: cross-site")]
    [InlineData(403, "Content-Type: application/json", "Sec-Fetch-Mode: navigate")]
    [InlineData(403, "Content-Type: application/json", "Origin:")]
    [InlineData(403, "Content-Type: application/json", "Origin: https://evil.example")]
    [InlineData(415, "Content-Type: text/plain")]
    public async Task Native_callers_without_an_origin_are_allowed_only_by_setting(int status, params string[] headers)
    {
        await using var host = await Start(["https://myshop.com"], ("Payment:AllowRequestsWithoutOrigin", "true"));

        var answer = await host.SendAsync("POST", "/api/orders", "{}", headers);

        Assert.Equal((status, "vary: Origin"), (answer.Status, answer.CorsHeaders));
    }

    [Theory]
    [InlineData("https://a.myshop.com", 200)]
    [InlineData("https://a.b.c.myshop.com", 200)]
    [InlineData("https://myshop.com", 403)]
    [InlineData("https://.myshop.com", 403)]
    [InlineData("https://a..myshop.com", 403)]
    [InlineData("https://amyshop.com", 403)]
    [InlineData("https://a.myshop.com.", 403)]
    [InlineData("https://a.myshop.com.evil.example", 403)]
    [InlineData("https://A.myshop.com", 403)]
    [InlineData("https://a.myshop.com/", 403)]
    [InlineData("https://a.myshop.com:443", 403)]
    [InlineData("https://a.myshop.com:8443", 403)]
    [InlineData("http://a.myshop.com", 403)]
    [InlineData("https://evil.example/.myshop.com", 403)]
    [InlineData("https://evil@a.myshop.com", 403)]
    [InlineData("https://evil.example:1.myshop.com", 403)]
    [InlineData("https://*.myshop.com", 403)]
    public async Task A_pattern_matches_every_name_under_its_base_and_nothing_else(string origin, int status)
    {
        await using var host = await Start(["https://*.myshop.com"]);

        Assert.Equal(status, await Status(host, origin));
    }

    [Fact]
    public async Task Named_registrations_do_not_allow_each_others_pages()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.MapGet("/a", () => "a").RequireMerchantOrigin();
                app.MapGet("/b", () => "b").RequireMerchantOrigin("b");
            },
            builder => builder.Services.AddPaymentSdk("b").AddMerchantOrigins(),
            ["https://a.example"],
            settings: new Dictionary<string, string?>
            {
                ["Payment:b:SecretKey"] = "test_gsk_fake_other",
                ["Payment:b:ClientKey"] = "test_gck_fake_other",
                ["Payment:b:MerchantOrigins:0"] = "https://b.example",
            });

        Assert.Equal((200, 403), (await Status(host, "https://a.example", "/a"), await Status(host, "https://b.example", "/a")));
        Assert.Equal((403, 200), (await Status(host, "https://a.example", "/b"), await Status(host, "https://b.example", "/b")));
    }

    [Fact]
    public async Task A_call_that_names_no_merchant_keeps_the_merchant_of_the_group()
    {
        await using var host = await ProtectedHost.StartAsync(
            app => app.MapGroup("/b").RequireMerchantOrigin("b").RequireMerchantOrigin(o => o.AllowHeaders("traceparent"))
                .MapGet("/pay", () => "b").RequireMerchantOrigin(),
            builder => builder.Services.AddPaymentSdk("b").AddMerchantOrigins("https://b.example"),
            ["https://a.example"],
            settings: new Dictionary<string, string?> { ["Payment:b:SecretKey"] = "test_gsk_fake_other", ["Payment:b:ClientKey"] = "test_gck_fake_other" });

        Assert.Equal((403, 200), (await Status(host, "https://a.example", "/b/pay"), await Status(host, "https://b.example", "/b/pay")));
    }

    [Fact]
    public async Task RequireMerchantOrigin_without_AddMerchantOrigins_stops_the_host()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ProtectedHost.StartAsync(
            app => app.MapPost("/pay", ShopEndpoints.Take).RequireMerchantOrigin("b"),
            builder => builder.Services.AddPaymentSdk("b"),
            settings: new Dictionary<string, string?> { ["Payment:b:SecretKey"] = "test_gsk_fake_other", ["Payment:b:ClientKey"] = "test_gck_fake_other" }));

        Assert.Contains("AddPaymentSdk(\"b\", ...).AddMerchantOrigins", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequireMerchantOrigin_with_nothing_but_AddPaymentSdk_stops_the_host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = ProtectedHost.Prepare(builder.Services, builder.Logging, builder.Configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPaymentSdk();
        var app = builder.Build();
        app.MapPost("/pay", ShopEndpoints.Take).RequireMerchantOrigin();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ProtectedHost.StartAsync(app, log));

        Assert.Contains("requires a merchant origin, but none are registered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CORS_service_that_would_answer_for_protected_endpoints_stops_the_host()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ProtectedHost.StartAsync(
            app => app.MapShop(), builder => builder.Services.AddSingleton<ICorsService, HomeMadeCors>()));

        Assert.Contains("ICorsService", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("Authorization")]
    [InlineData("a b")]
    [InlineData("")]
    public void Only_plain_header_names_can_be_allowed(string name) =>
        Assert.Throws<ArgumentException>(() => new MerchantOriginOptions().AllowHeaders(name));

    private static Task<ProtectedHost> Start(string[] origins, params (string Key, string? Value)[] settings) => ProtectedHost.StartAsync(
        app => app.MapShop(), origins: origins, settings: settings.ToDictionary(setting => setting.Key, setting => setting.Value));

    private static async Task<int> Status(ProtectedHost host, string origin, string path = "/api/orders/1") =>
        (await host.SendAsync("GET", path, "", $"Origin: {origin}")).Status;

    private sealed class HomeMadeCors : ICorsService
    {
        public CorsResult EvaluatePolicy(HttpContext context, CorsPolicy policy) => new();

        public void ApplyResult(CorsResult result, HttpResponse response)
        {
        }
    }
}
