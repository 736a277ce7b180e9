using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>
/// A forwarded prefix or a public address sets the path in front of the application, and never redirects to another host.
/// </summary>
public sealed class ForwardedPrefixTests
{
    private const string Success = "/payments/success?amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    [Theory]
    [InlineData("//evil.example", "/evil.example")]
    [InlineData("///evil.example/", "/evil.example")]
    [InlineData("/", "")]
    [InlineData("//", "")]
    [InlineData("/shop/", "/shop")]
    [InlineData("/shop", "/shop")]
    public async Task Prefix_is_a_path_of_this_host(string prefix, string before)
    {
        await using var host = await PayingHostAsync();

        Assert.Equal($"{before}/orders/order-1001", await LocationAsync(host, HttpMethod.Get, Success, prefix));
        Assert.Equal($"{before}/orders/order-1001", await LocationAsync(host, HttpMethod.Get, "/payments/fail/order-1001", prefix));
        Assert.Equal($"{before}/payments/orders/order-1001", await LocationAsync(host, HttpMethod.Post, "/payments/confirm", prefix));
        Assert.Contains($"<a href=\"{before}/\">", await PageAsync(host, prefix), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_of_the_public_address_stands_before_every_address()
    {
        await using var host = await PayingHostAsync(options => options.PublicAddress = "https://api.shop.example/checkout");

        Assert.Equal("/checkout/orders/order-1001", await LocationAsync(host, HttpMethod.Get, Success, "/inside"));
        Assert.Equal("/checkout/payments/orders/order-1001", await LocationAsync(host, HttpMethod.Post, "/payments/confirm", "/inside"));
        Assert.Contains("<a href=\"/checkout/\">", await PageAsync(host, "/inside"), StringComparison.Ordinal);
    }

    private static async Task<PaymentHost> PayingHostAsync(Action<PaymentSdkOptions>? options = null)
    {
        var host = await PaymentHost.StartAsync(options, app: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All }));
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Checking(Orders.Checking));
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((OrderId asked, CancellationToken _) => asked == Orders.Id ? Orders.Open : null);
        return host;
    }

    private static async Task<string?> LocationAsync(PaymentHost host, HttpMethod method, string address, string prefix)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { { "X-Forwarded-Prefix", prefix } } };
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { paymentKey = "tgen_fake", orderId = "order-1001" });
        return (await (method == HttpMethod.Post ? host.Page : host.Browser).SendAsync(request, TestContext.Current.CancellationToken)).Headers.Location?.OriginalString;
    }

    private static async Task<string> PageAsync(PaymentHost host, string prefix)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/payments/fail/order-9999") { Headers = { { "X-Forwarded-Prefix", prefix }, { "Accept", "text/html" } } };
        return await (await host.Browser.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
