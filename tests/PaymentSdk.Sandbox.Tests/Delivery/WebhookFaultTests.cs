using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests.Delivery;

public sealed class WebhookFaultTests
{
    [Theory]
    [InlineData("webhook")]
    [InlineData("confirm")]
    [InlineData("any")]
    public async Task Duplicate_is_the_same_message_once_more(string operation)
    {
        await using var shop = await ArmedAsync("duplicate-webhook", operation);
        await shop.Gateway.PayAsync();
        await shop.SentAsync();

        Assert.Equal(2, shop.Received.Count);
        Assert.Equal((shop.Received[0].Text, shop.Received[0].TransmissionId), (shop.Received[1].Text, shop.Received[1].TransmissionId));
    }

    [Fact]
    public async Task Fault_of_another_operation_leaves_the_message_alone()
    {
        await using var shop = await ArmedAsync("duplicate-webhook", "cancel");
        var paymentKey = await shop.Gateway.PayAsync();
        await shop.SentAsync();
        Assert.Single(shop.Received);

        await shop.Gateway.CancelAsync(paymentKey, """{"cancelReason":"x"}""");
        await shop.SentAsync();

        Assert.Equal(["DONE", "CANCELED", "CANCELED"], shop.Summaries.Select(news => news.Split(' ')[1]));
    }

    [Fact]
    public async Task Late_message_comes_when_its_time_has_come()
    {
        await using var shop = await ArmedAsync("late-webhook", "webhook", """,{"operation":"get","kind":"status-500"}""", "00:30:00");
        await shop.Gateway.PayAsync();
        await shop.SentAsync();
        Assert.Empty(shop.Received);

        shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromMinutes(30));
        await shop.SentAsync();

        Assert.Equal("0", Assert.Single(shop.Received).RetriedCount);
    }

    [Fact]
    public async Task Reordered_message_is_overtaken_by_the_next_one_about_its_payment()
    {
        await using var shop = await ArmedAsync("reordered-webhook", "confirm");
        var paymentKey = await shop.Gateway.PayAsync();
        await shop.Gateway.PayAsync("order-000002");
        await shop.SentAsync();
        Assert.Empty(shop.Received);

        await shop.Gateway.CancelAsync(paymentKey, """{"cancelReason":"x"}""");
        await shop.SentAsync();

        Assert.Equal(["PAYMENT_STATUS_CHANGED CANCELED", "PAYMENT_STATUS_CHANGED DONE"], shop.Summaries);
        shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromMinutes(1));
        await shop.SentAsync();
        Assert.Equal(3, shop.Received.Count);
    }

    [Fact]
    public async Task Reordered_deposit_arrives_before_the_issue_of_its_account_in_both_forms()
    {
        await using var shop = await ArmedAsync("reordered-webhook", "confirm");
        var paymentKey = await shop.Gateway.PayAsync(method: "VIRTUAL_ACCOUNT");
        shop.Gateway.Gateway.Deposit(paymentKey);
        await shop.SentAsync();

        Assert.Equal(["DONE", "DONE", "WAITING_FOR_DEPOSIT", "WAITING_FOR_DEPOSIT"], shop.Summaries.Select(news => news.Split(' ')[1]).Order());
        Assert.EndsWith("DONE", shop.Summaries[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_message_reports_a_false_status_with_a_wrong_secret()
    {
        await using var shop = await ArmedAsync("forged-webhook", "confirm");
        var paymentKey = await shop.Gateway.PayAsync(method: "VIRTUAL_ACCOUNT");
        await shop.SentAsync();

        Assert.Equal(
            ["- DONE", "- WAITING_FOR_DEPOSIT", "PAYMENT_STATUS_CHANGED DONE", "PAYMENT_STATUS_CHANGED WAITING_FOR_DEPOSIT"], shop.Summaries);
        var secret = (await shop.Gateway.GetPaymentAsync(paymentKey))["secret"];
        Assert.NotEqual(secret, shop.Received[0].Json.GetProperty("secret").GetString());
        Assert.NotEqual(secret, shop.Received[2].Json.GetProperty("data").GetProperty("secret").GetString());
        Assert.Equal([true, false, true, false], shop.Gateway.Gateway.ReadWebhooks().Select(webhook => webhook.IsForged));
        Assert.Empty(shop.Gateway.Operations(paymentKey));
    }

    [Fact]
    public async Task Message_can_arrive_before_the_answer_to_its_cause()
    {
        await using var shop = await ArmedAsync("webhook-before-response", "confirm");
        var handled = new TaskCompletionSource<string>();
        var paymentKey = shop.Gateway.Authenticate();
        Task<Answer>? confirm = null;
        var sent = new TaskCompletionSource();
        shop.Handle = async (_, message) =>
        {
            await sent.Task;
            // A query already shows what the webhook reports, while the confirm has not been answered yet.
            var status = (await shop.Gateway.GetPaymentAsync(paymentKey))["status"];
            handled.SetResult($"{status} {confirm!.IsCompleted}");
        };

        confirm = shop.Gateway.ConfirmAsync(paymentKey);
        sent.SetResult();

        Assert.Equal("DONE False", await handled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestGateway.Token));
        Assert.Equal(200, (await confirm).Status);
    }

    [Fact]
    public async Task Message_does_not_wait_for_an_answer_that_never_comes()
    {
        await using var shop = await WebhookShop.StartAsync();
        await shop.Gateway.ControlAsync(HttpMethod.Put, "/sandbox/faults", """[{"operation":"confirm","kind":"stall-body"}]""");
        var reported = new TaskCompletionSource();
        shop.Handle = (_, _) =>
        {
            reported.TrySetResult();
            return Task.CompletedTask;
        };
        using var buyer = CancellationTokenSource.CreateLinkedTokenSource(TestGateway.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/payments/confirm")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { paymentKey = shop.Gateway.Authenticate(), orderId = TestGateway.OrderId, amount = 15_000 }), null, "application/json"),
            Headers = { { "Authorization", $"Basic {TestGateway.Basic($"{TestGateway.SecretKey}:")}" } },
        };
        var stalled = shop.Gateway.Http.SendAsync(request, buyer.Token);

        await reported.Task.WaitAsync(TimeSpan.FromSeconds(30), TestGateway.Token);
        await buyer.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stalled);
    }

    [Theory]
    [InlineData("get", "duplicate-webhook", "duplicate-webhook does not apply to get.")]
    [InlineData("webhook", "status-500", "status-500 does not apply to webhook.")]
    [InlineData("confirm", "refund-payout-failed", "refund-payout-failed does not apply to confirm.")]
    public async Task Fault_that_makes_no_sense_there_is_refused(string operation, string kind, string expected)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", $$"""[{"operation":"{{operation}}","kind":"{{kind}}"}]""");

        Assert.Equal((400, expected), (answer.Status, answer["error"]));
    }

    private static async Task<WebhookShop> ArmedAsync(string kind, string operation, string more = "", string? delay = null)
    {
        var shop = await WebhookShop.StartAsync();
        var body = $$"""[{"operation":"{{operation}}","kind":"{{kind}}","delay":{{JsonSerializer.Serialize(delay)}}}{{more}}]""";
        Assert.Equal(200, (await shop.Gateway.ControlAsync(HttpMethod.Put, "/sandbox/faults", body)).Status);
        return shop;
    }
}
