using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>Behind a proxy that forwards neither host nor scheme, the widget endpoint never returns an address that buyers cannot reach.</summary>
public sealed class PublicAddressTests
{
    private const string Page = "Origin: " + PaymentHost.PageOrigin;

    [Theory]
    [InlineData("http, a single label", "app:8080")]
    [InlineData("http of a public name", "pay.shop.example")]
    [InlineData("http, loopback by name", "localhost:5080")]
    [InlineData("http, loopback by number", "127.0.0.1:5080")]
    [InlineData("https, loopback by number", "127.0.0.1", "https")]
    [InlineData("https, loopback, IPv6", "[::1]:8080", "https")]
    [InlineData("https, a single label", "app", "https")]
    [InlineData("https, a single label with a dot at its end", "app.", "https")]
    [InlineData("https, private 10/8", "10.1.2.3", "https")]
    [InlineData("https, private 172.16/12", "172.31.0.1:8443", "https")]
    [InlineData("https, private 192.168/16", "192.168.0.10", "https")]
    [InlineData("https, carrier-grade NAT", "100.64.0.1", "https")]
    [InlineData("https, link-local", "169.254.169.254", "https")]
    [InlineData("https, unique local IPv6", "[fd00::5]", "https")]
    [InlineData("https, private IPv4 in IPv6", "[::ffff:10.0.0.1]", "https")]
    [InlineData("https, a name of a cluster", "app.default.svc.cluster.local", "https")]
    [InlineData("https, a name of a private network", "app.corp.internal", "https")]
    [InlineData("https, a service of a cluster", "app.default.svc", "https")]
    [InlineData("https, a name of a home network", "shop.lan", "https")]
    [InlineData("https, a name of a company's network", "pay.corp", "https")]
    [InlineData("https, a machine without a domain", "app.localdomain", "https")]
    [InlineData("https, a name for tests", "pay.test", "https")]
    [InlineData("https, multicast", "224.0.0.1", "https")]
    [InlineData("https, addresses of benchmarks", "198.18.0.1", "https")]
    [InlineData("another scheme", "pay.shop.example", "javascript")]
    public async Task Page_on_https_and_an_address_that_no_buyer_reaches_is_503_and_logged(string what, string address, string scheme = "http")
    {
        Assert.NotEmpty(what);
        await using var host = await BehindProxyAsync();

        var answer = await AskAsync(host, Page, $"X-Forwarded-Host: {address}", $"X-Forwarded-Proto: {scheme}");

        Assert.Equal((503, "urn:paymentsdk:problem:public-address-unusable"), (answer.Status, Json(answer).GetProperty("type").GetString()));
        Assert.Contains("Payment:PublicAddress", Json(answer).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(PaymentHost.PageOrigin, answer.One("access-control-allow-origin"));
        Assert.DoesNotContain(address, answer.Body, StringComparison.Ordinal);
        var logged = Assert.Single(host.Log.Messages, message => message.Level >= LogLevel.Warning);
        Assert.Equal((1109, LogLevel.Error), (logged.EventId, logged.Level));
        Assert.Contains($"{scheme}://{address}", logged.Text, StringComparison.Ordinal);
        Assert.Contains("Payment:PublicAddress", logged.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("its referrer", "Referer: https://shop.example/checkout", "Sec-Fetch-Site: same-origin")]
    [InlineData("its referrer alone", "Referer: https://shop.example/checkout")]
    [InlineData("that the browser names the site", "Sec-Fetch-Site: same-origin")]
    public async Task Page_that_names_no_origin_is_known_by(string what, params string[] headers)
    {
        Assert.NotEmpty(what);
        await using var host = await BehindProxyAsync();

        Assert.Equal(503, (await AskAsync(host, ["X-Forwarded-Host: app:8080", .. headers])).Status);
    }

    [Theory]
    [InlineData("the shop's own host", "shop.example", "https://shop.example")]
    [InlineData("the shop's own host on another port", "shop.example:8443", "https://shop.example:8443")]
    [InlineData("a private host that is registered", "shop.corp.internal", "https://shop.corp.internal", "https://shop.corp.internal")]
    [InlineData("a name under a registered pattern", "pay.shop.example", "https://pay.shop.example", "https://*.shop.example")]
    public async Task Usable_address_is_handed_out_without_a_warning(string what, string address, string handedOut, params string[] more)
    {
        Assert.NotEmpty(what);
        await using var host = await BehindProxyAsync(options => more.ToList().ForEach(options.MerchantOrigins.Add));

        var answer = await AskAsync(host, Page, $"X-Forwarded-Host: {address}", "X-Forwarded-Proto: https");

        Assert.Equal($"{handedOut}/payments/success", Json(answer).GetProperty("successUrl").GetString());
        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Host_that_no_registered_origin_has_is_handed_out_with_one_warning_and_the_pages_origin_never_stands_in_for_it()
    {
        await using var host = await BehindProxyAsync();

        foreach (var address in (string[])["api.shop.example", "api.shop.example", "api.other.example"])
        {
            var answer = await AskAsync(host, Page, $"X-Forwarded-Host: {address}", "X-Forwarded-Proto: https");
            Assert.Equal($"https://{address}/payments/success", Json(answer).GetProperty("successUrl").GetString());
        }

        var logged = Assert.Single(host.Log.Messages, message => message.Level >= LogLevel.Warning);
        Assert.Equal((1110, LogLevel.Warning), (logged.EventId, logged.Level));
        Assert.Contains("https://api.shop.example", logged.Text, StringComparison.Ordinal);
        Assert.Contains("Payment:PublicAddress", logged.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a page on http", "Origin: http://localhost:3000")]
    [InlineData("a caller that is not a page")]
    [InlineData("a page of this machine", "Sec-Fetch-Site: same-origin", "Referer: http://localhost:5080/")]
    public async Task Address_of_this_machine_is_handed_out_to(string who, params string[] headers)
    {
        Assert.NotEmpty(who);
        await using var host = await BehindProxyAsync(options =>
        {
            options.MerchantOrigins.Add("http://localhost:3000");
            options.MerchantOrigins.Add("http://localhost:5080");
        });

        Assert.Equal("http://localhost:5080/payments/success", Json(await AskAsync(host, ["X-Forwarded-Host: localhost:5080", .. headers])).GetProperty("successUrl").GetString());
    }

    [Fact]
    public async Task In_Development_the_requests_own_address_is_handed_out()
    {
        await using var host = await BehindProxyAsync(environment: "Development");

        Assert.Equal("http://app:8080/payments/success", Json(await AskAsync(host, Page, "X-Forwarded-Host: app:8080")).GetProperty("successUrl").GetString());
        Assert.Equal(503, (await AskAsync(host, Page, "X-Forwarded-Host: app:8080", "X-Forwarded-Proto: javascript")).Status);
    }

    [Fact]
    public async Task With_a_public_address_the_request_is_not_used()
    {
        await using var host = await BehindProxyAsync(options => options.PublicAddress = "https://api.shop.example/checkout/");

        var widget = Json(await AskAsync(host, Page, "X-Forwarded-Host: app:8080", "X-Forwarded-Proto: javascript", "X-Forwarded-Prefix: //evil.example"));

        Assert.Equal("https://api.shop.example/checkout/payments/success", widget.GetProperty("successUrl").GetString());
        Assert.Equal("https://api.shop.example/checkout/payments/fail/{orderId}", widget.GetProperty("failUrl").GetString());
        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Address_that_no_buyer_reaches_is_logged_at_the_first_request_and_then_every_ten_minutes_with_a_count()
    {
        var time = new ShiftedTime();
        await using var host = await BehindProxyAsync(services: services => services.AddSingleton<TimeProvider>(time));

        for (var request = 0; request < 3; request++)
            Assert.Equal(503, (await AskAsync(host, Page, "X-Forwarded-Host: app:8080")).Status);
        Assert.Contains("the last log message: 1.", Assert.Single(Unusable(host)), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromMinutes(9));
        await AskAsync(host, Page, "X-Forwarded-Host: app:8080");
        Assert.Single(Unusable(host));

        time.Advance(TimeSpan.FromMinutes(1.1));
        await AskAsync(host, Page, "X-Forwarded-Host: app:8080");
        await AskAsync(host, Page, "X-Forwarded-Host: app:8080");
        Assert.Equal(2, Unusable(host).Count);
        Assert.Contains("the last log message: 4.", Unusable(host)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http, this machine", "http://localhost:5080", "buyers would be sent to their own machine")]
    [InlineData("https, this machine", "https://127.0.0.1", "buyers would be sent to their own machine")]
    [InlineData("http, any address", "http://0.0.0.0:8080", "anyone on the network path can change the page")]
    [InlineData("http, a public name", "http://pay.shop.example/shop", "anyone on the network path can change the page")]
    [InlineData("https, a private address", "https://10.1.2.3", "only browsers of the same network reach it")]
    [InlineData("https, a name of a cluster", "https://app.default.svc.cluster.local", "only browsers of the same network reach it")]
    public async Task Public_address_that_buyers_cannot_use_is_one_warning_at_start(string what, string address, string why)
    {
        Assert.NotEmpty(what);
        await using var host = await BehindProxyAsync(options => options.PublicAddress = address);

        var logged = Assert.Single(host.Log.Messages, message => message.Level >= LogLevel.Warning);
        Assert.Equal((1113, LogLevel.Warning), (logged.EventId, logged.Level));
        Assert.Contains($"Payment:PublicAddress is {new Uri(address).GetLeftPart(UriPartial.Authority)}", logged.Text, StringComparison.Ordinal);
        Assert.Contains(why, logged.Text, StringComparison.Ordinal);
        Assert.Contains("https://", logged.Text, StringComparison.Ordinal);
        Assert.StartsWith(address, Json(await AskAsync(host, Page)).GetProperty("successUrl").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("https://[::1]")]
    [InlineData("http://pay.shop.example")]
    public async Task Live_shop_does_not_start_with_a_public_address_that_is_plain_http_or_this_machine(string address)
    {
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => BehindProxyAsync(options => Live(options, address)));

        Assert.Contains($"Payment:PublicAddress is {address}", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("https://myshop.com", stopped.Message, StringComparison.Ordinal);
        await using var development = await BehindProxyAsync(options => Live(options, address), "Development");
        await using var reachable = await BehindProxyAsync(options => Live(options, "https://pay.shop.example"));
    }

    [Theory]
    [InlineData("https://pay.shop.example", "Production")]
    [InlineData("http://localhost:5080", "Development")]
    public async Task Public_address_that_buyers_can_use_is_not_mentioned(string address, string environment)
    {
        await using var host = await BehindProxyAsync(options => options.PublicAddress = address, environment);

        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    private static void Live(PaymentSdkOptions options, string address)
    {
        (options.SecretKey, options.ClientKey) = ("live_gsk_of_nobody_at_all", "live_gck_of_nobody_at_all");
        options.PublicAddress = address;
    }

    private static List<string> Unusable(PaymentHost host) =>
        [.. host.Log.Messages.Where(message => message.EventId == 1109).Select(message => message.Text)];

    private static Task<PaymentHost> BehindProxyAsync(Action<PaymentSdkOptions>? options = null, string environment = "Production", Action<IServiceCollection>? services = null) => PaymentHost.StartAsync(
        options,
        builder => services?.Invoke(builder.Services),
        app: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All }),
        environment: environment);

    private static Task<RawResponse> AskAsync(PaymentHost host, params string[] headers) =>
        RawHttp.SendAsync(new Uri(host.Address).Port, "GET", "/payments/widget", headers: headers);

    private static JsonElement Json(RawResponse answer)
    {
        // If the body is chunked, chunk sizes stand before and after its one JSON object.
        var (first, last) = (answer.Body.IndexOf('{', StringComparison.Ordinal), answer.Body.LastIndexOf('}'));
        return JsonDocument.Parse(answer.Body[first..(last + 1)]).RootElement;
    }
}
