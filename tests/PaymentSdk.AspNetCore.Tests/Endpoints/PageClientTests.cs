using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary><c>GET /payments/checkout.js</c>: the module is public, small, and revalidated by its hash.</summary>
public sealed class PageClientTests
{
    private const string Address = "/payments/checkout.js";

    /// <summary>The maximum size of the module as a proxy compresses it: 6 KB.</summary>
    private const int MaxCompressed = 6 * 1024;

    [Fact]
    public async Task Registered_page_gets_the_module_with_its_own_origin()
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.Page.GetAsync(Address, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "Access-Control-Allow-Origin: https://shop.example", "Cache-Control: no-cache", "Content-Type: text/javascript; charset=utf-8",
                $"ETag: {answer.Headers.ETag}", "Vary: Origin", "X-Content-Type-Options: nosniff",
            ],
            HeadersOf(answer));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.Contains("export function checkout(", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    public async Task Page_of_any_other_origin_gets_the_file_without_the_right_to_read_it(string? origin)
    {
        await using var host = await PaymentHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var answer = await host.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["Cache-Control", "Content-Type", "ETag", "Vary", "X-Content-Type-Options"], HeadersOf(answer).Select(header => header.Split(':')[0]));
    }

    [Fact]
    public async Task Copy_that_is_the_same_is_not_sent_again()
    {
        await using var host = await PaymentHost.StartAsync();
        using var first = await host.Page.GetAsync(Address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var answer = await host.Page.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Equal("https://shop.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(["Origin"], answer.Headers.Vary);
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task Head_answers_as_get_does_and_without_the_file()
    {
        await using var host = await PaymentHost.StartAsync();
        using var whole = await host.Page.GetAsync(Address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);

        using var answer = await host.Page.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HeadersOf(whole), HeadersOf(answer));
        Assert.Equal(whole.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Module_is_small()
    {
        await using var host = await PaymentHost.StartAsync();
        var module = await host.Page.GetByteArrayAsync(Address, TestContext.Current.CancellationToken);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(module, TestContext.Current.CancellationToken);

        Assert.True(packed.Length <= MaxCompressed, $"checkout.js has {packed.Length} compressed bytes; at most {MaxCompressed} are allowed.");
    }

    [Fact]
    public async Task Host_that_requires_authentication_and_allows_any_origin_still_serves_the_page_client()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin()));
                builder.Services.AddAuthentication("members").AddCookie("members", cookie => cookie.Events.OnRedirectToLogin = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                });
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            app: app =>
            {
                app.UseRouting();
                app.UseCors();
                app.UseAuthentication();
                app.UseAuthorization();
            });

        using var answer = await host.Page.GetAsync(Address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https://shop.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));

        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { { "Origin", "https://evil.example" } } };
        using var foreign = await host.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Module_is_there_under_every_prefix()
    {
        await using var host = await PaymentHost.StartAsync(app: app => app.UsePathBase("/base"), map: app => app.MapGroup("/shop").MapPayments("/pay"));

        using var answer = await host.Browser.GetAsync("/base/shop/pay/checkout.js", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string[] HeadersOf(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Server" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}"),
    ];
}
