using System.Globalization;
using System.Text;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>
/// Mutated webhooks sent to the endpoint of a running shop: none causes an unhandled exception, and none changes an order by itself.
/// </summary>
public sealed class WebhookFuzzTests
{
    private static readonly string[] Ids = ["", "tosspayments-1", "\u00ff\u0080", new string('i', 5_000)];

    [Fact]
    public Task A_mutated_webhook_is_answered_and_changes_nothing() => FuzzSeeds.RunAsync(
        [501],
        seed => RunAsync(seed, 700),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    private static async Task<string> RunAsync(int seed, int count)
    {
        using var faults = new LoggedFaults();
        await using var shop = await WebhookShop.StartAsync(subscribed: false, log: faults);
        var (orderId, paymentKey) = await shop.PaidAsync();
        string[] bodies =
        [
            WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED", "ps_fake", "t-1").ToJsonString(),
            WebhookShop.DepositCallback(orderId, "CANCELED", "ps_fake").ToJsonString(),
            """{"eventType":"payout.changed","createdAt":"2026-11-23T09:00:00+09:00","version":"2022-11-16","eventId":"e","entityType":"payout","entityBody":{"id":"p","status":"COMPLETED"}}""",
        ];
        // A sender may write any bytes into a header; the server reads UTF-8.
        using var sender = new HttpClient(new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = shop.Shop.Address };
        var mutator = new Mutator(seed);
        var statuses = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            var body = mutator.Mutate(mutator.Pick(bodies));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/webhooks") { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mutator.Pick(["application/json", "text/plain; charset=euc-kr", "application/json; charset=utf-16", ";;"]));
            request.Headers.TryAddWithoutValidation("tosspayments-webhook-transmission-id", mutator.Pick(Ids));
            request.Headers.TryAddWithoutValidation("tosspayments-webhook-transmission-time", mutator.Pick(["0001-01-01", "9999-12-31T23:59:59Z", "now"]));
            request.Headers.TryAddWithoutValidation("tosspayments-webhook-signature", mutator.Pick(["v1:", "v1:AAAA,v1:AAAA", ",,,"]));
            if (mutator.Next(10) == 0)
                request.Content.Headers.ContentEncoding.Add("gzip");
            using var answer = await sender.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            // A sender that exceeds its rate gets 503.
            Assert.True(status is 200 or 503, $"seed {seed}, webhook {number}: {status} to {Convert.ToBase64String(body)}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        Assert.True(faults.Lines.IsEmpty, $"seed {seed}: {string.Join('\n', faults.Lines.Take(3))}");
        Assert.Equal(AttemptState.Approved, await shop.Shop.StateAsync(orderId));
        return string.Create(CultureInfo.InvariantCulture, $"{count} webhooks, answered {string.Join(", ", statuses.Select(one => $"{one.Value} times {one.Key}"))}; {shop.Queries(paymentKey)} queries");
    }
}
