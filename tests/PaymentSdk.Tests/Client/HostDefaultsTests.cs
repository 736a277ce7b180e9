using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>
/// The cases of docs/spec/failures.md §2: defaults that a host sets for every HTTP client change neither the number of POSTs nor their
/// idempotency key.
/// </summary>
public sealed class HostDefaultsTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("standard handler before")]
    [InlineData("standard handler after")]
    public async Task A_confirm_is_sent_twice_on_a_500_and_a_cancel_once(string defaults)
    {
        await using var server = RawServer.Always(500, "{}");
        await using var shop = CreateShop(server, defaults);

        await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());
        await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        var keys = server.Requests.GroupBy(request => request.Key).Select(group => group.Count());
        Assert.Equal([2, 1], keys);
    }

    [Theory]
    [InlineData("standard handler before")]
    [InlineData("standard handler after")]
    public async Task A_late_approval_is_awaited_and_requested_once(string defaults)
    {
        await using var server = new RawServer(async (connection, _) =>
        {
            // The answer takes three times as long as the total timeout of the host's own handler.
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            await connection.SendAsync(200, Answers.Paid);
        });
        await using var shop = CreateShop(server, defaults);

        var payment = await shop.ConfirmAsync();

        Assert.Equal(PaymentStatus.Done, payment.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_hedging_handler_of_the_host_sends_no_second_request_beside_the_first()
    {
        await using var server = new RawServer(async (connection, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await connection.SendAsync(200, Answers.Paid);
        });
        await using var shop = new Shop(server.Address, before: services => services.ConfigureHttpClientDefaults(client =>
            client.AddStandardHedgingHandler().Configure(options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50))));

        Assert.Equal(PaymentStatus.Done, (await shop.ConfirmAsync()).Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_hosts_timeout_of_every_client_does_not_end_a_call()
    {
        await using var server = new RawServer(async (connection, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await connection.SendAsync(200, Answers.Paid);
        });
        await using var shop = new Shop(server.Address, after: services => services.ConfigureHttpClientDefaults(client =>
            client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(200))));

        Assert.Equal(PaymentStatus.Done, (await shop.ConfirmAsync()).Status);
    }

    [Fact]
    public async Task A_retry_handler_that_the_shop_adds_to_payments_repeats_the_same_key_and_the_same_bytes()
    {
        await using var server = RawServer.Always(500, "{}");
        await using var shop = new Shop(server.Address, after: services => services.AddPaymentSdk(_ => { }).HttpClient
            .AddHttpMessageHandler(() => new HandWrittenRetry()));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Key, request.Body)).Distinct());
    }

    [Fact]
    public async Task A_refusal_that_the_shops_own_retry_got_after_a_500_leaves_the_outcome_unknown()
    {
        await using var server = new RawServer((connection, request) => request == 1
            ? connection.SendAsync(500, "{}")
            : connection.SendAsync(403, Answers.Error("NOT_CANCELABLE_PAYMENT")));
        await using var shop = new Shop(server.Address, after: services => services.AddPaymentSdk(_ => { }).HttpClient
            .AddHttpMessageHandler(() => new HandWrittenRetry()));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
    }

    private static Shop CreateShop(RawServer server, string defaults)
    {
        Action<IServiceCollection> add = services => services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler(Impatient));
        return new Shop(
            server.Address,
            before: defaults.EndsWith("before", StringComparison.Ordinal) ? add : null,
            after: defaults.EndsWith("after", StringComparison.Ordinal) ? add : null);
    }

    private static void Impatient(HttpStandardResilienceOptions options)
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(500);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(1);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(1);
    }

    private sealed class HandWrittenRetry : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if ((int)response.StatusCode < 500 || attempt == 3)
                    return response;
            }
        }
    }
}
