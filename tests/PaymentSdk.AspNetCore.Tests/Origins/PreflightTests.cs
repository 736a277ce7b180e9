using Microsoft.AspNetCore.Builder;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

public sealed class PreflightTests
{
    private static readonly string[] Asking = ["Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type"];

    [Fact]
    public async Task A_registered_origin_gets_exactly_the_methods_and_headers_of_the_endpoint()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await host.SendAsync("OPTIONS", "/api/orders", "", ["Origin: https://myshop.com", .. Asking]);

        Assert.Equal(204, answer.Status);
        Assert.Equal(
            """
            access-control-allow-headers: content-type
            access-control-allow-methods: POST
            access-control-allow-origin: https://myshop.com
            access-control-max-age: 600
            vary: Origin
            """,
            answer.CorsHeaders);
        Assert.Equal(0, host.Handled);
    }

    [Fact]
    public async Task Further_headers_are_a_fixed_list_whatever_is_requested()
    {
        await using var host = await ProtectedHost.StartAsync(app =>
            app.MapPost("/pay", ShopEndpoints.Take).RequireMerchantOrigin(o => o.AllowHeaders("authorization", "traceparent")));

        var answer = await host.SendAsync("OPTIONS", "/pay", "", "Origin: https://myshop.com", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: x-evil,*");

        Assert.Equal("content-type, authorization, traceparent", answer.One("access-control-allow-headers"));
    }

    [Fact]
    public async Task A_group_and_its_endpoint_allow_the_headers_of_both()
    {
        await using var host = await ProtectedHost.StartAsync(app =>
            app.MapGroup("/shop").RequireMerchantOrigin(o => o.AllowHeaders("traceparent"))
                .MapPost("/pay", ShopEndpoints.Take).RequireMerchantOrigin(o => o.AllowHeaders("authorization", "traceparent")));

        var answer = await host.SendAsync("OPTIONS", "/shop/pay", "", "Origin: https://myshop.com", "Access-Control-Request-Method: POST");

        Assert.Equal("content-type, traceparent, authorization", answer.One("access-control-allow-headers"));
    }

    [Theory]
    [InlineData("origin-not-registered", "Origin: https://evil.example")]
    [InlineData("origin-null", "Origin: null")]
    [InlineData("origin-ambiguous", "Origin: https://myshop.com", "Origin: https://myshop.com")]
    [InlineData("request-mode-not-allowed", "Origin: https://myshop.com", "Sec-Fetch-Mode: navigate")]
    public async Task A_refused_preflight_is_403_and_says_why(string slug, params string[] headers)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());

        var answer = await host.SendAsync("OPTIONS", "/api/orders", "", [.. headers, .. Asking]);

        Assert.Equal((403, "vary: Origin", 0), (answer.Status, answer.CorsHeaders, host.Handled));
        Assert.Contains(slug, answer.Body, StringComparison.Ordinal);
    }
}
