using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>
/// A browser cancels one request. Over HTTP/2 its connection stays open, but with both protocols the request counts as abandoned.
/// </summary>
public sealed class ResetStreamTests
{
    private const string Success = "/payments/success?amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The protocol, and what the host places between the server's own token and the endpoint.</summary>
    public static MatrixTheoryData<string, string> Requests { get; } = new(["1.1", "2.0"], ["nothing", "a request timeout", "a token of the host's own"]);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Confirm_that_the_browser_canceled_is_not_repeated_and_logs_no_warning(string version, string between)
    {
        await using var host = await HostAsync(between);
        var (asked, begun) = Waits(host);
        using var client = ClientOf(host, version);

        using var left = new CancellationTokenSource();
        var confirm = client.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, left.Token);
        await begun;
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => confirm);
        await AssertLeftAsync(host, asked);
        // Over HTTP/2 the connection stays open, and its other requests are answered.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/payments/widget", Ct)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Return_from_the_window_that_the_browser_canceled_is_not_a_failed_visit(string version, string between)
    {
        await using var host = await HostAsync(between);
        var (asked, begun) = Waits(host);
        using var client = ClientOf(host, version);

        using var left = new CancellationTokenSource();
        using var visit = new HttpRequestMessage(HttpMethod.Get, Success) { Version = client.DefaultRequestVersion, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Headers = { { "Accept", "text/html" } } };
        var success = client.SendAsync(visit, left.Token);
        await begun;
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => success);
        await AssertLeftAsync(host, asked);
    }

    private static async Task AssertLeftAsync(PaymentHost host, Func<int> asked)
    {
        await Until.TrueAsync(() => host.Log.Messages.Any(message => message.EventId is 1106 or 1111 or 1112), "the endpoint ends");
        Assert.Equal(1106, host.Log.Messages.First(message => message.EventId is 1106 or 1111 or 1112).EventId);
        // Kestrel logs a warning of its own, because the address of the test overrides the configured one.
        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning && !message.Text.StartsWith("Overriding address", StringComparison.Ordinal));
        Assert.Equal(1, asked());
    }

    private static (Func<int> Asked, Task Begun) Waits(PaymentHost host)
    {
        var asked = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .Returns(async (PaymentConfirmation _, CancellationToken ended) =>
            {
                Interlocked.Increment(ref asked);
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, ended);
                return new ConfirmOutcome.Paid(Orders.Paid);
            });
        return (() => Volatile.Read(ref asked), begun.Task);
    }

    private static HttpClient ClientOf(PaymentHost host, string version)
    {
        // HTTP/2 has a separate address, because an address without TLS speaks only one protocol.
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(host.Addresses.ElementAt(version == "2.0" ? 1 : 0)),
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromMinutes(1),
        };
        client.DefaultRequestHeaders.Add("Origin", PaymentHost.PageOrigin);
        return client;
    }

    private static Task<PaymentHost> HostAsync(string between) => PaymentHost.StartAsync(
        options => options.PublicAddress = "https://pay.shop.example",
        builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.ListenLocalPort(HttpProtocols.Http1);
                kestrel.ListenLocalPort(HttpProtocols.Http2);
            });
            builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromMinutes(5) });
        },
        app =>
        {
            if (between == "a request timeout")
                app.UseRequestTimeouts();
            if (between == "a token of the host's own")
            {
                app.Use(async (context, next) =>
                {
                    using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
                    context.RequestAborted = limit.Token;
                    await next(context);
                });
            }
        });
}

file static class Listening
{
    public static void ListenLocalPort(this KestrelServerOptions kestrel, HttpProtocols protocols) =>
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
}
