using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api.Wire;
using PaymentSdk.Tests.Client;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// The rows of docs/spec/failures.md §3 that the sandbox cannot simulate: the final state of the attempt, and the number of POSTs that the
/// server received.
/// </summary>
public sealed class WireFailureTests
{
    [Theory]
    [InlineData("garbage instead of HTTP", 3)]
    [InlineData("silence", 3)]
    public async Task A_confirm_that_was_read_and_never_answered_is_being_checked(string what, int maxCount)
    {
        using var database = new TemporaryDatabase();
        await using var server = new RawServer((connection, _) => what == "silence" ? connection.StayAsync() : GarbageAsync(connection));
        await using var shop = await StartAsync(server.Address, database);
        var orderId = await shop.OpenAsync();

        var outcome = await shop.ConfirmAsync(orderId, "payment-key-of-a-window");

        Assert.IsType<ConfirmOutcome.Checking>(outcome);
        Assert.Equal(AttemptState.Unknown, await shop.StateAsync(orderId));
        var posts = server.Requests.Where(request => request.Line.StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.InRange(posts.Count, 1, maxCount);
        Assert.Single(posts.Select(post => (post.Key, post.Body)).Distinct());
        Assert.IsType<OpenOutcome.NotOpen>(await shop.Checkout.OpenAgainAsync(orderId));
    }

    [Fact]
    public async Task A_tls_handshake_that_never_ends_is_being_checked_though_no_post_was_seen()
    {
        using var database = new TemporaryDatabase();
        await using var server = new RawServer((connection, _) => connection.StayAsync());
        await using var shop = await StartAsync(server.Address.Replace("http:", "https:"), database);
        var orderId = await shop.OpenAsync();

        Assert.IsType<ConfirmOutcome.Checking>(await shop.ConfirmAsync(orderId, "payment-key-of-a-window"));

        Assert.Equal(AttemptState.Unknown, await shop.StateAsync(orderId));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_name_that_is_not_found_is_surely_not_charged()
    {
        using var database = new TemporaryDatabase();
        await using var shop = await StartAsync("http://no-such-host.invalid", database);

        await AssertNotChargedAsync(shop);
    }

    [Fact]
    public async Task A_proxy_that_refuses_to_connect_is_surely_not_charged()
    {
        using var database = new TemporaryDatabase();
        await using var proxy = RawServer.Always(502, "<html>bad gateway</html>");
        await using var shop = await StartAsync("https://api.example.test", database, payments => payments.HttpClient
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Address)));

        await AssertNotChargedAsync(shop);

        Assert.All(proxy.Requests, request => Assert.StartsWith("CONNECT ", request.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_buyer_who_leaves_does_not_stop_the_confirm()
    {
        using var database = new TemporaryDatabase();
        using var buyer = new CancellationTokenSource();
        await using var gateway = await PaymentSdk.Sandbox.SandboxGateway.StartAsync();
        await gateway.ArmAsync(new PaymentSdk.Sandbox.SandboxFault(PaymentSdk.Sandbox.SandboxOperation.Confirm, PaymentSdk.Sandbox.SandboxFaultKind.DelayBeforeWork)
        {
            Count = 1,
            Delay = TimeSpan.FromSeconds(1),
        });
        await using var shop = await ShopHost.StartAsync(gateway, database);
        var orderId = await shop.OpenAsync();
        var payment = new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse(gateway.AuthenticatePayment(orderId.Value, 15_000)) };

        var confirm = shop.Checkout.ConfirmAsync(payment, buyer.Token);
        await shop.UntilAsync(orderId, AttemptState.Confirming);
        await buyer.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => confirm);
        await shop.UntilAsync(orderId, AttemptState.Approved);
    }

    private static Task<ShopHost> StartAsync(string gateway, TemporaryDatabase database, Action<PaymentSdkBuilder>? more = null) =>
        ShopHost.StartAsync(new Uri(gateway), database.ConnectionString, more: payments =>
        {
            payments.Services.Configure<PipelineTimings>("", timings =>
            {
                timings.FirstDelay = TimeSpan.FromMilliseconds(20);
                timings.MoneyAttempt = timings.QueryAttempt = TimeSpan.FromSeconds(1);
                timings.QueryTotal = TimeSpan.FromSeconds(5);
            });
            more?.Invoke(payments);
        });

    private static async Task AssertNotChargedAsync(ShopHost shop)
    {
        var orderId = await shop.OpenAsync();

        Assert.IsType<ConfirmOutcome.NotCharged>(await shop.ConfirmAsync(orderId, "payment-key-of-a-window"));

        Assert.Equal(AttemptState.NotSent, await shop.StateAsync(orderId));
        Assert.IsType<OpenOutcome.Opened>(await shop.Checkout.OpenAgainAsync(orderId));
    }

    private static async Task GarbageAsync(RawConnection connection)
    {
        await connection.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n");
        await connection.CloseAsync();
    }
}
