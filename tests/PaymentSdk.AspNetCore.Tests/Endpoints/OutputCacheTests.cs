using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>An output cache in front of routing does not know which endpoints forbid caching, but still stores no answer about a payment.</summary>
public sealed class OutputCacheTests
{
    [Fact]
    public async Task Module_that_another_origin_loaded_first_is_given_to_a_registered_page_with_its_own_origin()
    {
        await using var host = await StartAsync(cache => cache.AddBasePolicy(policy => policy.Cache()));
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/payments/checkout.js") { Headers = { { "Origin", "https://evil.example" } } };
        await host.Browser.SendAsync(foreign, TestContext.Current.CancellationToken);

        using var answer = await host.Page.GetAsync("/payments/checkout.js", TestContext.Current.CancellationToken);

        Assert.Equal(PaymentHost.PageOrigin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Null(answer.Headers.Age);
    }

    [Fact]
    public async Task Refusal_of_an_unregistered_page_is_not_the_answer_to_a_registered_page()
    {
        await using var host = await StartAsync(cache => cache.AddBasePolicy(new Everything()));
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/payments/orders/order-1001") { Headers = { { "Origin", "https://evil.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Every_return_of_a_buyer_every_confirm_and_every_webhook_is_worked_on()
    {
        await using var host = await StartAsync(cache => cache.AddBasePolicy(new Everything()));

        for (var round = 0; round < 2; round++)
        {
            using var success = await host.Browser.GetAsync("/payments/success?paymentKey=tgen_fake&orderId=order-1001&amount=15000", TestContext.Current.CancellationToken);
            using var fail = await host.Browser.GetAsync("/payments/fail/order-1001", TestContext.Current.CancellationToken);
            using var confirm = await host.Page.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, TestContext.Current.CancellationToken);
            using var webhook = await host.Browser.PostAsync("/payments/webhooks", new StringContent("{}"), TestContext.Current.CancellationToken);
            using var preflight = new HttpRequestMessage(HttpMethod.Options, "/payments/confirm") { Headers = { { "Access-Control-Request-Method", "POST" } } };
            using var allowed = await host.Page.SendAsync(preflight, TestContext.Current.CancellationToken);
            Assert.All([success, fail, confirm, webhook, allowed], answer => Assert.Null(answer.Headers.Age));
        }

        host.Checkout.Verify(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()), Times.Exactly(4));
    }

    private static async Task<PaymentHost> StartAsync(Action<OutputCacheOptions> cache)
    {
        var host = await PaymentHost.StartAsync(
            services: builder => builder.Services.AddOutputCache(cache),
            app: app =>
            {
                app.UseOutputCache();
                app.UseRouting();
            });
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Paid);
        return host;
    }

    /// <summary>A policy that caches every method and every status, separately for each address.</summary>
    private sealed class Everything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
            context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
            context.CacheVaryByRules.QueryKeys = "*";
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
