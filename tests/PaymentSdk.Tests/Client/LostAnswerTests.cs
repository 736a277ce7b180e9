using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Tests.Client;

/// <summary>The rows of docs/spec/failures.md §3: the meaning of network failures, and the number of requests that reach the server.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task Connection_refused_is_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var shop = new Shop($"http://127.0.0.1:{port}");

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Null(failure.StatusCode);
        Assert.Contains("Nothing was charged", failure.Message);
    }

    [Fact]
    public async Task A_name_that_is_not_found_is_not_sent()
    {
        await using var shop = new Shop("http://no-such-host.invalid");

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
    }

    [Fact]
    public async Task A_proxy_that_refuses_to_connect_is_not_sent_and_its_status_is_not_the_gateways()
    {
        await using var proxy = RawServer.Always(502, "<html>bad gateway</html>");
        await using var shop = new Shop("https://api.example.test", after: services => services
            .AddHttpClient("PaymentSdk")
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Address)));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Null(failure.StatusCode);
        Assert.All(proxy.Requests, request => Assert.StartsWith("CONNECT ", request.Line));
    }

    [Fact]
    public async Task A_connection_that_is_reset_before_anything_was_read_is_not_sent_or_unknown_and_never_refused()
    {
        await using var server = new RawServer((connection, _) => connection.StayAsync()) { ResetOnAccept = true };
        await using var shop = new Shop(server.Address);
        var call = new Api.Wire.CheckoutCall();

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync(call.Options));

        // If the reset arrives before the request is sent, the socket handler reports ConnectionError, otherwise another error.
        Assert.Equal(call.Sends == 0 ? PaymentFailureKind.NotSent : PaymentFailureKind.Unknown, failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_sent()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=not.trusted.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = new RawServer((connection, _) => connection.StayAsync()) { Certificate = certificate };
        await using var shop = new Shop(server.Address.Replace("http:", "https:"));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_tls_handshake_that_never_ends_is_unknown()
    {
        await using var server = new RawServer((connection, _) => connection.StayAsync());
        await using var shop = new Shop(server.Address.Replace("http:", "https:"), timings: timings => timings.MoneyTotal = timings.MoneyAttempt = TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("closed after the request was read")]
    [InlineData("reset after the request was read")]
    [InlineData("200 and half the body, then closed")]
    [InlineData("garbage instead of HTTP")]
    public async Task A_request_that_was_read_and_not_answered_is_unknown_and_was_sent_again_under_the_same_key(string what)
    {
        await using var server = new RawServer((connection, _) => DoAsync(connection, what));
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Null(failure.StatusCode);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Key, request.Body)).Distinct());
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("200 and half the body, then silence")]
    [InlineData("a body that trickles for ever")]
    public async Task Silence_ends_with_the_attempt_timeout_the_body_included(string what)
    {
        await using var server = new RawServer((connection, _) => DoAsync(connection, what));
        await using var shop = new Shop(server.Address, timings: timings =>
        {
            timings.MoneyAttempt = TimeSpan.FromSeconds(1);
            timings.MoneyTotal = TimeSpan.FromMinutes(5);
        });

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync()).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        // Three requests are sent; on a slow machine one of them may time out before it is read.
        Assert.InRange(server.Requests.Count, 1, 3);
        Assert.Single(server.Requests.Select(request => request.Key).Distinct());
    }

    [Fact]
    public async Task The_total_timeout_ends_the_call_whatever_the_attempts_do()
    {
        await using var server = new RawServer((connection, _) => connection.StayAsync());
        await using var shop = new Shop(server.Address, timings: timings => timings.MoneyTotal = TimeSpan.FromSeconds(3));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_not_a_payment_failure()
    {
        using var buyer = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new RawServer(async (connection, _) =>
        {
            await buyer.CancelAsync();
            await connection.StayAsync();
        });
        await using var shop = new Shop(server.Address);

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.ConfirmAsync(cancellationToken: buyer.Token));

        Assert.Equal(buyer.Token, canceled.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_lost_query_is_repeated_and_its_error_says_that_nothing_changed()
    {
        await using var server = new RawServer((connection, _) => connection.ResetAsync());
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.GetAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        // The socket handler repeats a GET as well (docs/spec/failures.md §3), so the server may receive more than three requests.
        Assert.InRange(server.Requests.Count, 3, 12);
        Assert.Contains("A query changes nothing", failure.Message);
    }

    private static async Task DoAsync(RawConnection connection, string what)
    {
        switch (what)
        {
            case "closed after the request was read":
                await connection.CloseAsync();
                break;
            case "reset after the request was read":
                await connection.ResetAsync();
                break;
            case "garbage instead of HTTP":
                await connection.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n");
                await connection.CloseAsync();
                break;
            case "silence":
                await connection.StayAsync();
                break;
            case "a body that trickles for ever":
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (true)
                {
                    await connection.WriteAsync(" ");
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }
            default:
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"paymentKey\":\"tviva\"");
                await (what.EndsWith("closed", StringComparison.Ordinal) ? connection.CloseAsync() : connection.StayAsync());
                break;
        }
    }
}
