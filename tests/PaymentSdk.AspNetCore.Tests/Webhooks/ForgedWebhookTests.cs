using System.Net;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>Webhooks that anyone can forge: they change nothing, and cost almost nothing.</summary>
public sealed class ForgedWebhookTests
{
    [Fact]
    public async Task A_thousand_forgeries_for_one_order_cause_one_query_and_change_nothing()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false);
        var (orderId, paymentKey) = await shop.AwaitingDepositAsync();
        var before = shop.Queries(paymentKey);

        var statuses = new[] { "DONE", "CANCELED", "PARTIAL_CANCELED", "EXPIRED" };
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            // No two forgeries are equal: they differ in status, transaction key, secret and form.
            var status = statuses[number % statuses.Length];
            using var answer = await shop.SendAsync(number % 2 == 0
                ? WebhookShop.StatusChanged(orderId, paymentKey, status, number % 3 == 0 ? null : $"ps_forged_{number}", $"t-{number}")
                : WebhookShop.DepositCallback(orderId, status, $"ps_forged_{number}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });
        await shop.HandledAsync();
        await Until.TrueAsync(() => shop.Queries(paymentKey) > before, "no query is made");

        // The deposit of another order marks the end: by then recovery has handled everything that was due before.
        var (other, otherKey) = await shop.AwaitingDepositAsync();
        shop.Shop.Gateway.Deposit(otherKey);
        await shop.SendAsync(WebhookShop.StatusChanged(other, otherKey, "DONE"));
        await Until.TrueAsync(async () => await shop.Shop.StateAsync(other) == AttemptState.Approved, () => "the deposit is not seen");
        Assert.Equal(before + 1, shop.Queries(paymentKey));
        Assert.Equal(AttemptState.AwaitingDeposit, await shop.Shop.StateAsync(orderId));
        // The inbox has one webhook of the other order, one forgery, and one more if some forgeries arrived after the query had begun.
        Assert.InRange((await shop.KeptAsync()).Count, 2, 3);
    }

    [Fact]
    public async Task Forgeries_do_not_hide_a_webhook_of_the_gateway_in_the_same_minute()
    {
        await using var shop = await WebhookShop.StartAsync();
        var (orderId, paymentKey) = await shop.AwaitingDepositAsync();
        var before = shop.Queries(paymentKey);
        await shop.SendAsync(WebhookShop.DepositCallback(orderId, "DONE", "ps_forged"));
        await Until.TrueAsync(() => shop.Queries(paymentKey) > before, "the forgery causes no query");
        Assert.Equal(AttemptState.AwaitingDeposit, await shop.Shop.StateAsync(orderId));

        shop.Shop.Gateway.Deposit(paymentKey);

        await Until.TrueAsync(async () => await shop.Shop.StateAsync(orderId) == AttemptState.Approved, () => "the deposit is not seen");
    }

    [Fact]
    public async Task A_wrong_secret_is_logged_once_without_the_secret()
    {
        var log = new CapturedLog();
        await using var shop = await WebhookShop.StartAsync(subscribed: false, log: log);
        var (orderId, _) = await shop.AwaitingDepositAsync();

        for (var number = 0; number < 5; number++)
            await shop.SendAsync(WebhookShop.DepositCallback(orderId, "DONE", $"ps_forged_{number}"));
        await shop.HandledAsync();

        var reported = Assert.Single(log.Messages, message => message.EventId == 321);
        Assert.Contains(orderId, reported.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Messages, message => message.Text.Contains("ps_forged", StringComparison.Ordinal));
        Assert.Equal(AttemptState.AwaitingDeposit, await shop.Shop.StateAsync(orderId));
    }

    [Fact]
    public async Task Unknown_orders_other_payments_and_invalid_webhooks_are_answered_200_without_a_query()
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, second: "b");
        var (orderId, paymentKey) = await shop.PaidAsync();
        var before = shop.Shop.Gateway.ReadRequests().Count;

        foreach (var body in new[]
        {
            WebhookShop.StatusChanged("order-of-nobody", "tgen_nobody", "DONE").ToJsonString(),
            WebhookShop.StatusChanged(orderId, "tgen_another_payment", "CANCELED").ToJsonString(),
            WebhookShop.DepositCallback("x", "DONE", "ps_forged").ToJsonString(),
            """{"eventType":"BILLING_DELETED","createdAt":"2026-11-23T09:00:00.000000","data":{"billingKey":"key="}}""",
            """{"eventType":"SOMETHING_NEW","createdAt":"2026-11-23T09:00:00.000000","data":{}}""",
            "", "[]", "null", "{", "\"text\"", "<html>", "{\"a\":\"\\ud800\"}", new string('[', 10_000),
        })
            Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(body)).StatusCode);
        // The order id of one shop is unknown in the other.
        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "CANCELED"), "/b/payments")).StatusCode);

        await shop.HandledAsync();
        Assert.Empty(await shop.KeptAsync());
        Assert.Equal(before, shop.Shop.Gateway.ReadRequests().Count);
    }
}
