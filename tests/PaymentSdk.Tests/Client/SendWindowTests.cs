using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Tests.Client;

/// <summary>
/// What the checkout requires of one call: a last moment to send, the stored secret key, and a record of the sends (docs/spec/money.md §3).
/// </summary>
public sealed class SendWindowTests
{
    [Fact]
    public async Task After_the_last_moment_nothing_is_sent()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address);
        var call = new CheckoutCall { LastSendTimestamp = TimeProvider.System.GetTimestamp() - 1 };

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync(call.Options));

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Equal(0, call.Sends);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_lost_send_is_not_repeated_after_the_last_moment()
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer((connection, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(46));
            return connection.CloseAsync();
        });
        await using var shop = new Shop(
            server.Address,
            before: services => services.AddSingleton<TimeProvider>(time),
            timings: timings => timings.FirstDelay = TimeSpan.Zero);
        var call = new CheckoutCall { LastSendTimestamp = time.GetTimestamp() + 45 * time.TimestampFrequency };

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync(call.Options));

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(1, call.Sends);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_wire_log_counts_requests_that_may_have_arrived_and_keeps_the_trace()
    {
        await using var server = new RawServer((connection, request) => request == 1
            ? connection.ResetAsync()
            : connection.SendAsync(200, Answers.Paid, "x-tosspayments-trace-id: trace-2\r\n"));
        await using var shop = new Shop(server.Address);
        var call = new CheckoutCall();

        await shop.ConfirmAsync(call.Options);

        Assert.Equal((2, "trace-2"), (call.Sends, call.TraceId));
    }

    [Fact]
    public async Task A_call_of_the_checkout_goes_to_the_stored_address_although_the_settings_name_another()
    {
        await using var now = RawServer.Always(200, Answers.Paid);
        await using var stored = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(now.Address);

        await shop.ConfirmAsync(new CheckoutCall { StoredUrl = $"{stored.Address}/v1/payments/confirm" }.Options);
        await shop.ConfirmAsync(new CheckoutCall { StoredUrl = stored.Address, IsCharge = true }.Options);

        // The query of a shop's own client with the same options is another operation.
        await shop.ConfirmAsync(new CheckoutCall { StoredUrl = $"{stored.Address}/v1/payments/key/cancel" }.Options);

        Assert.Single(now.Requests);
        Assert.Equal(2, stored.Requests.Count);
        Assert.All(stored.Requests, request => Assert.StartsWith("POST /v1/payments/confirm ", request.Line));
    }

    [Fact]
    public async Task A_call_is_sent_with_the_secret_that_it_was_begun_with()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address, after: services =>
            services.AddPaymentSdk(options => options.PreviousSecretKeys.Add("test_gsk_fake_old")));
        var settings = shop.Services.GetRequiredKeyedService<IPaymentSettingsSource>("").Current;
        var old = settings.SecretKeys[1];

        await shop.ConfirmAsync(new CheckoutCall { SecretFingerprint = old.Fingerprint }.Options);
        var gone = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync(new CheckoutCall { SecretFingerprint = "0000" }.Options));

        Assert.Equal("test_gsk_fake_old", settings.FindSecret(old.Fingerprint)?.Reveal());
        Assert.Equal("Basic dGVzdF9nc2tfZmFrZV9vbGQ6", Assert.Single(server.Requests).Headers["Authorization"]);
        Assert.Equal(PaymentFailureKind.NotSent, gone.Kind);
        Assert.Contains("PreviousSecretKeys", gone.Message);
    }
}
