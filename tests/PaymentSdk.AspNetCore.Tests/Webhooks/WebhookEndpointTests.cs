using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>The answers of the webhook endpoint: 200 where a retry cannot help, 503 where it can.</summary>
public sealed class WebhookEndpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_answered_200_with_nothing_in_it()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        var (orderId, paymentKey) = await shop.PaidAsync();

        Assert.Equal(
            """
            200
            Cache-Control: no-store
            Vary: Origin
            X-Content-Type-Options: nosniff
            """,
            await Answer.ReadAsync(await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "DONE"))));
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    public async Task A_browser_is_refused_whatever_its_origin(string origin)
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/webhooks") { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation("Origin", origin);

        Assert.Equal("403 request-mode-not-allowed", await Answer.ProblemAsync(await shop.Sender.SendAsync(request, Ct)));
    }

    [Fact]
    public async Task While_the_ledger_is_unavailable_the_sender_is_asked_to_retry()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, more: ControlledLedger.Wrap);
        var (orderId, paymentKey) = await shop.PaidAsync();
        ControlledLedger.Of(shop.Shop.Services).IsUnavailable = true;

        await ExpectLaterAsync(await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED")));

        // The failed webhook was not stored, so the same one is accepted when the ledger is available again.
        ControlledLedger.Of(shop.Shop.Services).IsUnavailable = false;
        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"))).StatusCode);
        Assert.Single(await shop.KeptAsync());
    }

    [Fact]
    public async Task A_slow_ledger_is_answered_before_the_sender_times_out()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, more: payments =>
        {
            ControlledLedger.Wrap(payments);
            payments.Services.AddSingleton<TimeProvider>(new QuickTimers());
        });
        ControlledLedger.Of(shop.Shop.Services).Hangs = true;

        await ExpectLaterAsync(await shop.SendAsync(WebhookShop.StatusChanged("order-of-nobody", "tgen_nobody", "DONE")));
    }

    [Fact]
    public async Task While_too_many_webhooks_wait_the_sender_is_asked_to_retry()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, more: ControlledLedger.Wrap);
        var (orderId, paymentKey) = await shop.PaidAsync();
        ControlledLedger.Of(shop.Shop.Services).Received = InboxResult.Full;

        await ExpectLaterAsync(await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED")));
        await ExpectLaterAsync(await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED")));

        ControlledLedger.Of(shop.Shop.Services).Received = null;
        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"))).StatusCode);
        Assert.Single(await shop.KeptAsync());
    }

    [Theory]
    [InlineData("Content-Length: 100000000", "")]
    [InlineData("Transfer-Encoding: chunked", "124F80\r\n")]
    public async Task A_body_of_megabytes_is_not_awaited_and_not_requested_again(string framing, string chunk)
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        using var connection = new TcpClient();
        await connection.ConnectAsync(shop.Shop.Address.Host, shop.Shop.Address.Port, Ct);
        var stream = connection.GetStream();

        // The client sends 1,200,000 bytes of a body that never ends; the answer does not wait for the rest.
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /payments/webhooks HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n{framing}\r\n\r\n{chunk}{new string(' ', 1_200_000)}"), Ct);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync(Ct));
        Assert.Empty(await shop.KeptAsync());
    }

    [Fact]
    public async Task Slow_bodies_occupy_no_slot_and_delay_no_genuine_webhook()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, more: payments => payments.Services.AddSingleton<TimeProvider>(new PatientTimers()));
        var (orderId, paymentKey) = await shop.PaidAsync();
        List<TcpClient> slow = [];
        try
        {
            for (var count = 0; count < 160; count++)
                slow.Add(await BeginBodyAsync(shop, "{"));

            Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"))).StatusCode);

            Assert.All(slow, connection => Assert.Equal(0, connection.Available));
            Assert.Single(await shop.KeptAsync());
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_answered_without_its_end()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        using var connection = await BeginBodyAsync(shop, "{");

        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);

        Assert.Equal("HTTP/1.1 503 Service Unavailable", await reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct));
    }

    [Fact]
    public async Task Bodies_of_all_senders_together_are_limited_and_the_slowest_is_ended()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, more: payments => payments.Services.AddSingleton<TimeProvider>(new PatientTimers()));
        var (orderId, paymentKey) = await shop.PaidAsync();
        List<TcpClient> large = [];
        try
        {
            // 40 bodies of nearly 1 MB each: the first ones are answered before their time limit.
            for (var count = 0; count < 40; count++)
                large.Add(await BeginBodyAsync(shop, new string(' ', 1_000_000)));

            Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"))).StatusCode);
            using var reader = new StreamReader(large[0].GetStream(), Encoding.ASCII);
            Assert.Equal("HTTP/1.1 503 Service Unavailable", await reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct));
            Assert.Equal(0, large[^1].Available);
        }
        finally
        {
            large.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>Sends the headers and the beginning of a body that never ends.</summary>
    private static async Task<TcpClient> BeginBodyAsync(WebhookShop shop, string beginning)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(shop.Shop.Address.Host, shop.Shop.Address.Port, Ct);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /payments/webhooks HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nContent-Length: {beginning.Length + 10}\r\n\r\n{beginning}"), Ct);
        return connection;
    }

    /// <summary>A clock on which the time limits of 5 and 8 seconds last an hour, so that they cause no answer in the test.</summary>
    private sealed class PatientTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(5) || dueTime == TimeSpan.FromSeconds(8) ? TimeSpan.FromHours(1) : dueTime, period);
    }

    [Fact]
    public async Task A_sender_that_floods_is_asked_to_retry_and_the_shop_continues_to_sell()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        var answers = new System.Collections.Concurrent.ConcurrentQueue<HttpStatusCode>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 4_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            using var answer = await shop.SendAsync("{}");
            answers.Enqueue(answer.StatusCode);
        });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], answers.Distinct().Order());
        Assert.True(answers.Count(status => status == HttpStatusCode.OK) >= 2_000);
        await shop.PaidAsync();
    }

    [Fact]
    public async Task Host_that_requires_authentication_and_antiforgery_tokens_accepts_webhooks()
    {
        await using var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                builder.Services.AddAuthentication("none").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, PaymentSdk.AspNetCore.Tests.Origins.Hosts.AnonymousHandler>("none", null);
                builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                builder.Services.AddAntiforgery();
            },
            app: app => app.UseAuthentication().UseAuthorization().UseAntiforgery());

        using var answer = await host.Browser.PostAsync("/payments/webhooks", new FormUrlEncodedContent([]), Ct);

        // Authentication would answer 401, and antiforgery 400. The 503 comes from the endpoint, because this host has no ledger.
        await ExpectLaterAsync(answer);
    }

    private static async Task ExpectLaterAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter?.Delta);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Ct));
    }
}
