using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The endpoints in hosts whose middleware, policies or routes could change the answers.</summary>
public sealed class HostTests
{
    private const string SuccessAddress = "/payments/success?paymentKey=tgen_fake&orderId=order-1001&amount=15000";

    [Fact]
    public async Task Host_that_requires_authentication_still_lets_the_buyer_return()
    {
        await using var host = await ShopForMembersAsync(app => app.MapPayments());

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Browser.GetAsync(SuccessAddress, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Browser.GetAsync("/payments/fail/order-1001", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Conventions_apply_to_the_endpoints_that_pages_call_and_not_to_the_return_of_the_buyer()
    {
        await using var host = await ShopForMembersAsync(app => app.MapPayments().AllowAnonymous());
        Assert.Equal(HttpStatusCode.OK, (await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)).StatusCode);

        await using var strict = await ShopForMembersAsync(app => app.MapPayments().RequireAuthorization());
        Assert.Equal(HttpStatusCode.Unauthorized, (await strict.Page.GetAsync("/payments/widget", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.Browser.GetAsync(SuccessAddress, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Host_that_caches_all_output_serves_each_buyer_anew()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder => builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache(), true)),
            app: app => app.UseOutputCache());
        var status = PaymentOrderStatus.Open;
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => Orders.Open with { Status = status });
        await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken);

        status = PaymentOrderStatus.Paid;

        var order = await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken));
        Assert.Equal("paid", order.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Host_with_its_own_problem_details_and_status_pages_changes_no_answer()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder => builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["host"] = "was here"),
            app: app =>
            {
                app.UseExceptionHandler();
                app.UseStatusCodePages();
            });
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync((PaymentOrder?)null);

        Assert.Equal(
            """
            404
            Cache-Control: no-store
            Content-Type: application/problem+json
            Vary: Origin
            X-Content-Type-Options: nosniff

            {"type":"urn:paymentsdk:problem:order-not-found","title":"There is no such order.","status":404,"detail":"Open the purchase on the shop\u0027s server first, and use the order id that it gave."}
            """,
            await Answer.ReadAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Host_that_shows_error_pages_by_GET_leaves_the_sender_of_a_webhook_its_503()
    {
        await using var host = await PaymentHost.StartAsync(app: app =>
        {
            app.UseStatusCodePagesWithReExecute("/error/{0}");
            app.UseRouting();
            app.MapGet("/error/{code}", (int code) => $"Error {code}");
        });

        // The answer is 503, because the host has no ledger in which to store the webhook.
        using var answer = await host.Browser.PostAsync("/payments/webhooks", new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Host_that_requires_antiforgery_tokens_lets_pages_confirm()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder => builder.Services.AddAntiforgery(),
            app: app => app.UseAntiforgery());
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));

        var response = await host.Page.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Page_in_groups_and_under_a_path_base_retries_at_its_own_address()
    {
        await using var host = await PaymentHost.StartAsync(app: app => app.UsePathBase("/base"), map: app => app.MapGroup("/shop").MapPayments("/pay"));
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Checking(Orders.Checking));
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Paid);

        var response = await host.Page.PostAsJsonAsync("/base/shop/pay/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, TestContext.Current.CancellationToken);

        Assert.Equal("/base/shop/pay/orders/order-1001", response.Headers.Location?.OriginalString);
        var again = await Answer.JsonAsync(await host.Page.GetAsync(response.Headers.Location, TestContext.Current.CancellationToken));
        Assert.Equal("paid", again.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Everything_logged_of_an_order_carries_its_id_and_no_payment_key()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.NotCharged(Orders.Id, "API keys refused"));

        await host.Page.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_secret_marker", orderId = "order-1001" }, TestContext.Current.CancellationToken);

        var message = Assert.Single(host.Log.Messages, message => message.EventId == 1102);
        Assert.Equal("Payment of order order-1001 was surely not charged: API keys refused", message.Text);
        Assert.Contains("Order order-1001", message.Scopes);
        Assert.DoesNotContain(host.Log.Messages, message => message.Text.Contains("tgen_secret_marker", StringComparison.Ordinal));
    }

    private static async Task<PaymentHost> ShopForMembersAsync(Action<WebApplication> map)
    {
        var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                builder.Services.AddAuthentication("members").AddCookie("members", cookie => cookie.Events.OnRedirectToLogin = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                });
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            map: map);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Paid);
        return host;
    }
}
