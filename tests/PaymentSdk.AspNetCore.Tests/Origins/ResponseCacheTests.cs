using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Response caching in front of routing never answers a page, regardless of the headers that the shop's own code sets.</summary>
public sealed class ResponseCacheTests
{
    private const string Stranger = "Origin: https://evil.example";

    [Theory]
    [InlineData("a body")]
    [InlineData("no body")]
    public async Task An_answer_that_is_public_and_varies_by_something_else_is_not_served_to_another_origin(string what)
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseResponseCaching();
                app.UseRouting();
                app.MapGet("/report", (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=3600";
                    context.Response.Headers.Vary = "Accept";
                    return what == "a body" ? Results.Text("a report") : Results.Ok();
                }).RequireMerchantOrigin();
            },
            builder => builder.Services.AddResponseCaching());

        var first = await host.SendAsync("GET", "/report", "", $"Origin: {ProtectedHost.Shop}");
        var stranger = await host.SendAsync("GET", "/report", "", Stranger);
        var nobody = await host.SendAsync("GET", "/report", "", "Sec-Fetch-Site: cross-site");

        Assert.Equal((200, 403, 403), (first.Status, stranger.Status, nobody.Status));
        Assert.Contains("Origin", first.CorsHeaders, StringComparison.Ordinal);
        Assert.Empty(first.All("set-cookie"));
    }

    [Fact]
    public async Task A_cookie_of_the_shops_own_goes_out_alone()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseResponseCaching();
                app.UseRouting();
                app.MapGet("/report", (HttpContext context) => context.Response.Cookies.Append("language", "ko")).RequireMerchantOrigin();
            },
            builder => builder.Services.AddResponseCaching());

        var answer = await host.SendAsync("GET", "/report", "", $"Origin: {ProtectedHost.Shop}");

        Assert.StartsWith("language=ko", Assert.Single(answer.All("set-cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_endpoint_is_cached_as_before()
    {
        var count = 0;
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseResponseCaching();
                app.UseRouting();
                app.MapGet("/open", (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=3600";
                    return $"{++count}";
                });
            },
            builder => builder.Services.AddResponseCaching());

        await host.SendAsync("GET", "/open");
        await host.SendAsync("GET", "/open");

        Assert.Equal(1, count);
    }
}
