using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Tests.Endpoints;

namespace PaymentSdk.AspNetCore.Tests.Window;

/// <summary>The headers of a shop's pages, over a real socket.</summary>
public sealed class PageHeaderTests
{
    private const string Minimum =
        "script-src 'self' https://js.tosspayments.com; connect-src 'self' https://*.tosspayments.com; "
        + "frame-src https://*.tosspayments.com https://*.toss.im; frame-ancestors 'self' https://shop.example";

    private const string Merged =
        "default-src 'self'; script-src 'self' https://js.tosspayments.com; connect-src 'self' https://*.tosspayments.com; "
        + "frame-src 'self' https://*.tosspayments.com https://*.toss.im; frame-ancestors 'self' https://shop.example";

    [Fact]
    public async Task A_page_gets_the_headers_that_the_window_needs_and_nothing_else_changes()
    {
        await using var host = await PaymentHost.StartAsync(app: app => app.UsePaymentWindow(), map: app => app.MapGet("/", Page));

        Assert.Equal(
            $"""
            200
            Content-Security-Policy: {Minimum}
            Content-Type: text/html; charset=utf-8
            Cross-Origin-Opener-Policy: same-origin-allow-popups

            <!doctype html>
            """,
            await Answer.ReadAsync(await host.Browser.GetAsync("/", TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("before, when it starts", true, true)]
    [InlineData("before, at once", true, false)]
    [InlineData("after, when it starts", false, true)]
    [InlineData("after, at once", false, false)]
    public async Task A_policy_of_the_host_is_merged_wherever_it_is_written(string what, bool before, bool whenItStarts)
    {
        Assert.NotEmpty(what);
        await using var host = await PaymentHost.StartAsync(
            app: app =>
            {
                if (before)
                    app.Use(Writes("default-src 'self'", whenItStarts));
                app.UsePaymentWindow();
                if (!before)
                    app.Use(Writes("default-src 'self'", whenItStarts));
            },
            map: app => app.MapGet("/", Page));

        Assert.Equal(Merged, await PolicyAsync(host, "/"));
    }

    [Fact]
    public async Task Only_the_html_of_endpoints_with_the_window_is_changed()
    {
        await using var host = await PaymentHost.StartAsync(map: app =>
        {
            app.MapGet("/blog", Page);
            var checkout = app.MapGroup("/checkout").WithPaymentWindow(target: PaymentWindowTarget.Self);
            checkout.MapGet("", Page);
            checkout.MapGet("data", () => Results.Json(new { total = 15_000 }));
        });

        Assert.Null(await PolicyAsync(host, "/blog"));
        Assert.Null(await PolicyAsync(host, "/checkout/data"));
        Assert.Equal(
            "script-src 'self' https://js.tosspayments.com; connect-src 'self' https://*.tosspayments.com; frame-ancestors 'self' https://shop.example",
            await PolicyAsync(host, "/checkout"));
    }

    [Theory]
    [InlineData("same-origin", "same-origin-allow-popups", true)]
    [InlineData("same-origin; report-to=\"coop\"", "same-origin-allow-popups; report-to=\"coop\"", true)]
    [InlineData("unsafe-none", "unsafe-none", false)]
    [InlineData("same-origin-allow-popups", "same-origin-allow-popups", false)]
    [InlineData("noopener-allow-popups", "noopener-allow-popups", false)]
    public async Task An_opener_policy_that_breaks_wallets_is_replaced_and_reported_once(string own, string sent, bool isTold)
    {
        await using var host = await PaymentHost.StartAsync(
            app: app => app.UsePaymentWindow(),
            map: app => app.MapGet("/", (HttpContext context) =>
            {
                context.Response.Headers["Cross-Origin-Opener-Policy"] = own;
                return Page();
            }));

        for (var visit = 0; visit < 2; visit++)
        {
            using var answer = await host.Browser.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(sent, Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        }

        Assert.Equal(isTold ? 1 : 0, host.Log.Messages.Count(message => message.EventId == 1200));
    }

    [Fact]
    public async Task Inline_scripts_of_one_answer_carry_the_nonce_that_its_policy_names()
    {
        await using var host = await PaymentHost.StartAsync(
            app: app => app.UsePaymentWindow(),
            map: app => app.MapGet("/", (HttpContext context) => Results.Text(context.GetPaymentWindowNonce() + context.GetPaymentWindowNonce(), "text/html")));

        var nonces = new HashSet<string>();
        for (var visit = 0; visit < 2; visit++)
        {
            using var answer = await host.Browser.GetAsync("/", TestContext.Current.CancellationToken);
            var written = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var nonce = written[..(written.Length / 2)];
            Assert.Equal(nonce + nonce, written);
            Assert.StartsWith($"script-src 'self' https://js.tosspayments.com 'nonce-{nonce}';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact]
    public async Task A_nonce_outside_the_window_is_refused_with_the_call_to_add()
    {
        await using var host = await PaymentHost.StartAsync(map: app => app.MapGet("/", (HttpContext context) =>
            Assert.Throws<InvalidOperationException>(() => context.GetPaymentWindowNonce()).Message));

        Assert.Contains("UsePaymentWindow()", await host.Browser.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_registration_has_its_own_gateway_and_its_own_frames()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder => builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options, more => more.ScriptAddress = "http://localhost:5180/v2/standard"))
                .AddMerchantOrigins("https://b.example", "https://*.b.example"),
            app: app => app.UsePaymentWindow(),
            map: app => app.MapGet("/b", Page).WithPaymentWindow("b"));

        Assert.Equal(
            "script-src 'self' http://localhost:5180; connect-src 'self' http://localhost:5180; frame-src http://localhost:5180; "
            + "frame-ancestors 'self' https://b.example https://*.b.example",
            await PolicyAsync(host, "/b"));
    }

    [Fact]
    public async Task A_registration_without_origins_is_named_with_the_call_to_add()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => PaymentHost.StartAsync(app: app => app.UsePaymentWindow("b")));

        Assert.Contains("AddPaymentSdk(\"b\", ...).AddMerchantOrigins(", wrong.Message, StringComparison.Ordinal);
    }

    private static IResult Page() => Results.Text("<!doctype html>", "text/html; charset=utf-8");

    private static Func<HttpContext, RequestDelegate, Task> Writes(string policy, bool whenItStarts) => (context, next) =>
    {
        if (!whenItStarts)
            context.Response.Headers.ContentSecurityPolicy = policy;
        else
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.ContentSecurityPolicy = policy;
                return Task.CompletedTask;
            });
        }

        return next(context);
    };

    private static async Task<string?> PolicyAsync(PaymentHost host, string path)
    {
        using var answer = await host.Browser.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        return answer.Headers.TryGetValues("Content-Security-Policy", out var values) ? Assert.Single(values) : null;
    }
}
