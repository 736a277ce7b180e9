using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answer with which a page opens the window, in particular the addresses to which the window returns the buyer.</summary>
public sealed class WidgetEndpointTests
{
    [Fact]
    public async Task Page_reads_keys_and_addresses_and_no_secret()
    {
        await using var host = await PaymentHost.StartAsync(environment: "Development");

        Assert.Equal(
            $$"""
            200
            Cache-Control: no-store
            Content-Type: application/json; charset=utf-8
            Vary: Origin
            X-Content-Type-Options: nosniff

            {"clientKey":"test_gck_fake_shop","scriptUrl":"https://js.tosspayments.com/v2/standard","successUrl":"{{host.Address}}/payments/success","failUrl":"{{host.Address}}/payments/fail/{orderId}","testMode":true}
            """,
            await Answer.ReadAsync(await host.Page.GetAsync("/payments/widget", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Fail_address_contains_the_requested_order_id()
    {
        await using var host = await PaymentHost.StartAsync(environment: "Development");

        Assert.Equal($"{host.Address}/payments/fail/order-1001%3D", (await WidgetAsync(host, "/payments/widget?orderId=order-1001%3D")).Fail);
    }

    [Theory]
    [InlineData("/payments/widget?orderId=a")]
    [InlineData("/payments/widget?orderId=")]
    [InlineData("/payments/widget?orderId=../../evil")]
    [InlineData("/payments/widget?orderId=order-1001&orderId=order-1002")]
    public async Task Invalid_order_id_is_400(string address)
    {
        await using var host = await PaymentHost.StartAsync(environment: "Development");

        Assert.Equal("400 malformed-request", await Answer.ProblemAsync(await host.Page.GetAsync(address, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("https://pay.shop.example")]
    [InlineData("https://pay.shop.example/")]
    public async Task Public_address_stands_for_the_address_of_the_request(string publicAddress)
    {
        await using var host = await PaymentHost.StartAsync(options => options.PublicAddress = publicAddress);

        Assert.Equal(("https://pay.shop.example/payments/success", "https://pay.shop.example/payments/fail/{orderId}"), await WidgetAsync(host, "/payments/widget"));
    }

    [Fact]
    public async Task Public_address_stands_for_the_path_base_too()
    {
        await using var host = await PaymentHost.StartAsync(
            options => options.PublicAddress = "https://shop.example/checkout",
            app: app => app.UsePathBase("/inside"));

        Assert.Equal("https://shop.example/checkout/payments/success", (await WidgetAsync(host, "/inside/payments/widget")).Success);
        Assert.Equal("https://shop.example/checkout/payments/success", (await WidgetAsync(host, "/payments/widget")).Success);
    }

    [Fact]
    public async Task Path_base_is_kept()
    {
        await using var host = await PaymentHost.StartAsync(app: app => app.UsePathBase("/가게"), environment: "Development");

        Assert.Equal($"{host.Address}/%EA%B0%80%EA%B2%8C/payments/success", (await WidgetAsync(host, "/%EA%B0%80%EA%B2%8C/payments/widget")).Success);
    }

    [Theory]
    [InlineData("/shop", "/payments", "/shop/payments")]
    [InlineData("/shop/v2", "pay", "/shop/v2/pay")]
    [InlineData("/{tenant}", "/payments", "/blue%20shop/payments")]
    [InlineData("", "/", "")]
    public async Task Groups_and_prefixes_are_kept(string group, string prefix, string mapped)
    {
        await using var host = await PaymentHost.StartAsync(map: app => app.MapGroup(group).MapPayments(prefix), environment: "Development");

        Assert.Equal(($"{host.Address}{mapped}/success", $"{host.Address}{mapped}/fail/{{orderId}}"), await WidgetAsync(host, $"{mapped}/widget"));
        Assert.Equal($"{host.Address}{mapped}/success", (await WidgetAsync(host, $"{mapped}/widget/")).Success);
    }

    [Fact]
    public async Task Address_behind_a_proxy_is_the_one_the_browser_sees()
    {
        await using var host = await PaymentHost.StartAsync(app: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/payments/widget");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "pay.shop.example:8443");
        request.Headers.Add("X-Forwarded-Prefix", "/checkout");

        var widget = await Answer.JsonAsync(await host.Page.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal("https://pay.shop.example:8443/checkout/payments/success", widget.GetProperty("successUrl").GetString());
    }

    private static async Task<(string? Success, string? Fail)> WidgetAsync(PaymentHost host, string address)
    {
        var widget = await Answer.JsonAsync(await host.Page.GetAsync(address, TestContext.Current.CancellationToken));
        return (widget.GetProperty("successUrl").GetString(), widget.GetProperty("failUrl").GetString());
    }
}
