using System.Globalization;
using PaymentSdk.Sandbox.Tests.Payouts;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>The memory of the gateway is bounded: it keeps only the newest entries.</summary>
public sealed class MemoryTests
{
    private const int _most = 10_000;

    [Fact]
    public async Task Of_very_many_payments_the_newest_are_kept_and_their_order_ids_with_them()
    {
        await using var shop = await TestGateway.StartAsync();
        var oldest = shop.Authenticate("order-oldest");
        for (var i = 0; i < _most; i++)
            shop.Authenticate($"order-{i:000000}");

        var payments = shop.Gateway.ReadPayments();

        Assert.Equal((_most, "order-000000", "order-009999"), (payments.Count, payments[0].OrderId, payments[^1].OrderId));
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetPaymentAsync(oldest)).Error);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetAsync("/v1/payments/orders/order-oldest")).Error);
        Assert.Equal(200, (await shop.GetAsync("/v1/payments/orders/order-000000")).Status);
        Assert.Equal(200, (await shop.ConfirmAsync(payments[^1].PaymentKey, payments[^1].OrderId)).Status);
    }

    [Fact]
    public async Task Payments_are_bounded_by_their_size_too()
    {
        await using var shop = await TestGateway.StartAsync();
        var metadata = string.Join(',', Enumerable.Range(0, 5).Select(i => $"\"m{i}\":\"{new string('가', 2_000)}\""));
        var count = 0;
        do
        {
            await OpenAsync(++count);
            Assert.True(count < _most);
        }
        while (shop.Gateway.ReadPayments().Count == count);

        Assert.InRange(count, 1_000, 5_000);
        Assert.Equal($"order-{count:000000}", shop.Gateway.ReadPayments()[^1].OrderId);

        async Task OpenAsync(int number) => Assert.Equal(200, (await shop.PostAsync(
            "/window/payments",
            $$"""
            {"kind":"widget","clientKey":"test_gck_fake_shop","orderId":"order-{{number:000000}}","orderName":"Coffee","amount":{"currency":"KRW","value":1000},
             "successUrl":"http://localhost/success","failUrl":"http://localhost/fail","metadata":{ {{metadata}} } }
            """)).Status);
    }

    [Fact]
    public async Task Requests_idempotent_answers_and_webhooks_are_forgotten_oldest_first()
    {
        await using var shop = await TestGateway.StartAsync(options => options.WebhookUrl = "http://127.0.0.1:9/nobody");
        var first = await ChargeAsync(0);
        await Parallel.ForAsync(1, _most + 1, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestGateway.Token }, async (i, _) => await ChargeAsync(i));

        Assert.Equal(_most, shop.Gateway.ReadRequests().Count);
        Assert.DoesNotContain(shop.Gateway.ReadRequests(), request => request.IdempotencyKey == "key-0");
        Assert.InRange(shop.Gateway.ReadWebhooks().Count, 1, _most);
        // The gateway has dropped the first answer and its payment, so the same idempotency key counts as new and creates a new payment.
        var again = await ChargeAsync(0);
        Assert.Equal(200, again.Status);
        Assert.NotEqual(first["paymentKey"], again["paymentKey"]);
        Assert.Equal((await ChargeAsync(_most)).Text, (await ChargeAsync(_most)).Text);

        Task<Answer> ChargeAsync(int i) => shop.PostAsync(
            "/v1/virtual-accounts",
            $$"""{"amount":15000,"orderId":"order-{{i.ToString("000000", CultureInfo.InvariantCulture)}}","orderName":"양말","customerName":"김구매","bank":"20"}""",
            $"key-{i}");
    }

    [Fact]
    public async Task Of_very_many_billing_authentications_the_newest_are_good()
    {
        await using var shop = await TestGateway.StartAsync();
        var keys = Enumerable.Range(0, _most + 1).Select(i => shop.Gateway.AuthenticateBilling($"customer-{i}")).ToArray();

        Assert.Equal((400, "INVALID_BILLING_AUTH"), (await IssueAsync(0)).Error);
        Assert.Equal(200, (await IssueAsync(1)).Status);
        Assert.Equal(200, (await IssueAsync(_most)).Status);

        Task<Answer> IssueAsync(int i) => shop.PostAsync("/v1/billing/authorizations/issue", $$"""{"authKey":"{{keys[i]}}","customerKey":"customer-{{i}}"}""");
    }

    [Fact]
    public async Task Webhooks_are_bounded_by_their_size_too()
    {
        await using var shop = await TestGateway.StartAsync(options => options.WebhookUrl = "http://127.0.0.1:9/nobody");
        var count = 0;
        do
        {
            Assert.Equal(200, (await shop.PostAsync(
                "/v1/virtual-accounts",
                $$"""{"amount":15000,"orderId":"order-{{(++count).ToString("000000", CultureInfo.InvariantCulture)}}","orderName":"양말","customerName":"김구매","bank":"20","metadata":{ {{LargeMetadata}} } }""")).Status);
            Assert.True(count < _most);
        }
        while (count % 50 > 0 || shop.Gateway.ReadWebhooks() is not { Count: > 0 } kept || kept[0].OrderId == "order-000001");

        Assert.True(shop.Gateway.ReadWebhooks().Sum(webhook => (long)webhook.Body.Length) <= 32 * 1024 * 1024);
        Assert.Equal($"order-{count:000000}", shop.Gateway.ReadWebhooks()[^1].OrderId);
    }

    [Fact]
    public async Task Payouts_are_limited_by_their_size_too_and_paid_payouts_remain_paid()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var (count, first) = (0, "");
        do
        {
            var answer = await shop.PostSealedAsync("/v2/payouts", PayoutShop.Payout(seller, amount: 1).Replace("{\"refPayoutId\":\"my-payout-1\"", $"{{\"metadata\":{{ {LargeMetadata} }},\"refPayoutId\":\"my-payout-{++count}\"", StringComparison.Ordinal));
            Assert.Equal(200, answer.Status);
            first = count == 1 ? PayoutShop.Item(answer).GetProperty("id").GetString()! : first;
            Assert.True(count < _most);
        }
        while (count % 50 > 0 || (await shop.GetAsync($"/v2/payouts/{first}")).Status == 200);

        Assert.Contains($"{(100_000_000 - count).ToString(CultureInfo.InvariantCulture)}", (await shop.GetAsync("/v2/balances")).Text, StringComparison.Ordinal);
    }

    private static string LargeMetadata { get; } = string.Join(',', Enumerable.Range(0, 5).Select(i => $"\"m{i}\":\"{new string('가', 500)}\""));
}
