using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>Webhooks that are not about an order: payouts, sellers, billing keys, and events that the API may add later.</summary>
public sealed class OtherWebhookTests
{
    private const string Deleted = """{"eventType":"BILLING_DELETED","createdAt":"2026-11-23T09:00:00.000000","data":{"billingKey":"key="}}""";
    private const string Payout = """{"eventType":"payout.changed","createdAt":"2026-11-23T09:00:00+09:00","version":"2022-11-16","eventId":"event-1","entityType":"payout","entityBody":{"id":"FPA_1","status":"COMPLETED"}}""";

    private static readonly string SecurityKey = string.Concat(Enumerable.Repeat("0a", 32));
    private readonly ReceivedWebhooks _received = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unsigned_event_is_handed_over_as_unverified_and_nothing_of_it_is_stored()
    {
        await using var shop = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(Deleted)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync("""{"eventType":"SOMETHING_NEW","createdAt":"2026-11-23T09:00:00.000000","data":{}}""")).StatusCode);

        Assert.Equal([("BILLING_DELETED", WebhookTrust.Unverified), ("SOMETHING_NEW", WebhookTrust.Unverified)], _received.All);
        Assert.Empty(await shop.KeptAsync());
    }

    [Fact]
    public async Task A_webhook_about_an_order_is_not_handed_to_the_webhook_handler()
    {
        await using var shop = await StartAsync();
        var (orderId, paymentKey) = await shop.PaidAsync();

        await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"));
        await shop.HandledAsync();

        Assert.Empty(_received.All);
    }

    [Theory]
    [InlineData(0, true, true, "payout.changed Signed")]
    [InlineData(0, false, true, "")]
    [InlineData(-11, true, true, "")]
    [InlineData(0, true, false, "payout.changed Unverified")]
    public async Task A_payout_is_handed_over_as_signed_only_when_its_signature_is_right(int minutes, bool right, bool hasKey, string received)
    {
        await using var shop = await StartAsync(hasKey);
        var time = DateTimeOffset.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(SecurityKey), Encoding.UTF8.GetBytes($"{Payout}:{(right ? time : "another time")}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/webhooks") { Content = new StringContent(Payout, Encoding.UTF8, "application/json") };
        request.Headers.Add("tosspayments-webhook-transmission-time", time);
        request.Headers.TryAddWithoutValidation("tosspayments-webhook-signature", $"v1:{Convert.ToBase64String(signature)}");

        using var answer = await shop.Sender.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(received, string.Join(',', _received.All.Select(each => $"{each.Type} {each.Trust}")));
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_event_again_when_the_sender_retries()
    {
        await using var shop = await StartAsync();
        _received.Fails = true;
        using var failed = await shop.SendAsync(Deleted);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(60)), (failed.StatusCode, failed.Headers.RetryAfter?.Delta));

        _received.Fails = false;
        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(Deleted)).StatusCode);
        Assert.Equal(2, _received.All.Count);
    }

    private Task<WebhookShop> StartAsync(bool hasKey = true) => WebhookShop.StartAsync(subscribed: false, more: payments =>
    {
        payments.Services.AddSingleton(_received);
        payments.AddWebhookEventHandler<Listener>();
        if (hasKey)
            payments.Services.Configure<PaymentSdkOptions>(payments.Name, options => options.SecurityKeys.Add(SecurityKey));
    });

    internal sealed class ReceivedWebhooks
    {
        private readonly ConcurrentQueue<(string Type, WebhookTrust Trust)> _all = new();

        public bool Fails { get; set; }

        public IReadOnlyList<(string Type, WebhookTrust Trust)> All => [.. _all];

        public void Record(WebhookEvent webhook, WebhookTrust trust) => _all.Enqueue((webhook.Type.Value, trust));
    }

    internal sealed class Listener(ReceivedWebhooks received) : IWebhookEventHandler
    {
        public Task HandleAsync(WebhookEvent webhook, WebhookTrust trust, CancellationToken cancellationToken)
        {
            received.Record(webhook, trust);
            return received.Fails ? throw new InvalidDataException() : Task.CompletedTask;
        }
    }
}
