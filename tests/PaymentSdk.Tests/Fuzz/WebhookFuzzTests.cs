using System.Globalization;
using System.Text;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Tests.Client.Resources;
using PaymentSdk.Tests.Shared.Fuzzing;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Fuzz;

/// <summary>Thousands of mutated webhooks. Each gives an event or a reason for its refusal, never an exception.</summary>
public sealed class WebhookFuzzTests
{
    private static readonly string[] Bodies =
    [
        $$"""{"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2026-11-23T09:00:00.000000","data":{{Golden.Payment}}}""",
        """{"createdAt":"2026-11-23T09:00:00.000000","secret":"ps_fake","status":"DONE","transactionKey":"9FF15E1A29D0E77C218F57262BFA4986","orderId":"order-0001"}""",
        """{"eventType":"CANCEL_STATUS_CHANGED","createdAt":"2026-11-23T09:00:00.000000","data":{"transactionKey":"t","cancelStatus":"DONE","cancelAmount":1000,"canceledAt":"2026-11-23T09:00:00+09:00"}}""",
        """{"eventType":"BILLING_DELETED","createdAt":"2026-11-23T09:00:00.000000","data":{"billingKey":"b","reason":"deleted"}}""",
        """{"eventType":"METHOD_UPDATED","createdAt":"2026-11-23T09:00:00.000000","data":{"customerKey":"c","methodKey":"m","status":"ENABLED"}}""",
        """{"eventType":"CUSTOMER_STATUS_CHANGED","createdAt":"2026-11-23T09:00:00.000000","data":{"customerKey":"c","status":"CREATED","changedAt":"2026-11-23T09:00:00+09:00"}}""",
        """{"eventType":"payout.changed","createdAt":"2026-11-23T09:00:00+09:00","version":"2022-11-16","eventId":"e","entityType":"payout","entityBody":{"id":"p","status":"COMPLETED","amount":{"currency":"KRW","value":5000},"requestedAt":"2026-11-23T09:00:00+09:00"}}""",
        """{"eventType":"seller.changed","createdAt":"2026-11-23T09:00:00+09:00","version":"2022-11-16","eventId":"e","entityType":"seller","entityBody":{"id":"s","status":"APPROVED","individual":{"name":"김토스","email":"e@example.com"}}}""",
    ];

    [Fact]
    public Task Every_mutated_webhook_is_an_event_or_a_reason() => FuzzSeeds.RunAsync(
        [201, 202],
        seed => Task.FromResult(Run(seed, 8_000)),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    private static string Run(int seed, int count)
    {
        var mutator = new Mutator(seed);
        var (events, known, refused) = (0, 0, 0);
        for (var number = 0; number < count; number++)
        {
            var body = mutator.Mutate(mutator.Pick(Bodies));
            try
            {
                if (!WebhookEvent.TryParse(body, out var webhook, out var reason))
                {
                    Assert.DoesNotContain('\0', reason);
                    refused++;
                    continue;
                }

                _ = webhook.ToString();
                var kept = KeptBody.Of(webhook.Raw);
                Assert.True(kept.Length <= 16 * 1024 && Ascii.IsValid(kept), kept);
                events++;
                known += PaymentNotification.Of(webhook) is { } reported && reported.Claim(Verification.Verified).Length < 64 ? 1 : 0;
                _ = WebhookSignature.Verify(body, mutator.Pick(["v1:", "v1:AAAA,v1:\0", "\ud800", ",,,", new string('v', 5_000)]), mutator.Pick(["0001-01-01", "9999-12-31T23:59:59Z", "\0", "\udfff"]), ["k"], DateTimeOffset.UnixEpoch);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, webhook {number}: {Convert.ToBase64String(body)}\n{exception}");
            }
        }

        Assert.True(events > count / 10 && refused > count / 10 && known > 0, $"{events} {known} {refused}");
        return string.Create(CultureInfo.InvariantCulture, $"{count} webhooks, {events} read, {known} of them about a payment, {refused} refused");
    }
}
