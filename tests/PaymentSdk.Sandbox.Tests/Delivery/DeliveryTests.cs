using Microsoft.AspNetCore.Http;

namespace PaymentSdk.Sandbox.Tests.Delivery;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Payment_that_is_done_sends_a_webhook_with_the_whole_payment_and_the_headers_of_a_transmission()
    {
        await using var shop = await WebhookShop.StartAsync();
        var paymentKey = await shop.Gateway.PayAsync();
        await shop.SentAsync();

        var message = Assert.Single(shop.Received);
        Assert.Equal(["eventType", "createdAt", "data"], message.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("PAYMENT_STATUS_CHANGED DONE", message.Summary);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$", message.Json.GetProperty("createdAt").GetString());
        var payment = await shop.Gateway.GetPaymentAsync(paymentKey);
        Assert.Equal(payment.Text, message.Json.GetProperty("data").GetRawText());
        Assert.Equal("application/json", message.Headers["Content-Type"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$", message.Headers["tosspayments-webhook-transmission-time"]);
        Assert.Matches("^whtrans_[A-Za-z0-9]{24}$", message.TransmissionId);
        Assert.Equal("0", message.RetriedCount);
        Assert.DoesNotContain("tosspayments-webhook-signature", message.Headers.Keys);
    }

    [Fact]
    public async Task Deposit_callback_is_flat_and_carries_the_secret_of_the_payment()
    {
        await using var shop = await WebhookShop.StartAsync();
        var paymentKey = await shop.Gateway.PayAsync(method: "VIRTUAL_ACCOUNT");
        await shop.SentAsync();

        var payment = await shop.Gateway.GetPaymentAsync(paymentKey);
        var message = Assert.Single(shop.Received, message => message.Summary.StartsWith('-'));
        Assert.Equal(["createdAt", "secret", "status", "transactionKey", "orderId"], message.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            (payment["secret"], "WAITING_FOR_DEPOSIT", payment["lastTransactionKey"], TestGateway.OrderId),
            (Text("secret"), Text("status"), Text("transactionKey"), Text("orderId")));

        string? Text(string member) => message.Json.GetProperty(member).GetString();
    }

    [Fact]
    public async Task Virtual_account_sends_webhooks_in_both_forms_at_each_move_but_not_at_its_deadline()
    {
        await using var shop = await WebhookShop.StartAsync();
        var paymentKey = await shop.Gateway.PayAsync(method: "VIRTUAL_ACCOUNT");
        shop.Gateway.Gateway.Deposit(paymentKey);
        shop.Gateway.Gateway.ReverseDeposit(paymentKey);
        await shop.SentAsync();
        shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromDays(8));
        await shop.SentAsync();

        Assert.Equal(
            ["- WAITING_FOR_DEPOSIT", "PAYMENT_STATUS_CHANGED WAITING_FOR_DEPOSIT", "- DONE", "PAYMENT_STATUS_CHANGED DONE",
                "- WAITING_FOR_DEPOSIT", "PAYMENT_STATUS_CHANGED WAITING_FOR_DEPOSIT"],
            shop.Summaries);
    }

    [Fact]
    public async Task Each_partial_cancel_sends_a_webhook_and_so_does_one_at_the_dashboard()
    {
        await using var shop = await WebhookShop.StartAsync();
        var paymentKey = await shop.Gateway.PayAsync();
        await shop.Gateway.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""");
        await shop.Gateway.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""");
        shop.Gateway.Gateway.CancelAtDashboard(paymentKey, 1000);
        await shop.SentAsync();

        Assert.Equal(["DONE", "PARTIAL_CANCELED", "PARTIAL_CANCELED", "PARTIAL_CANCELED"], shop.Summaries.Select(news => news.Split(' ')[1]));
    }

    [Fact]
    public async Task Refused_card_and_expired_session_send_webhooks_without_a_request()
    {
        await using var shop = await WebhookShop.StartAsync();
        await shop.Gateway.ConfirmAsync(shop.Gateway.Authenticate(confirmFailure: "REJECT_CARD_PAYMENT"));
        await shop.SentAsync();
        shop.Gateway.Authenticate("order-000002");
        shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromMinutes(11));
        await shop.SentAsync();

        Assert.Equal(["PAYMENT_STATUS_CHANGED ABORTED", "PAYMENT_STATUS_CHANGED EXPIRED"], shop.Summaries);
    }

    [Fact]
    public async Task Message_that_is_not_accepted_is_sent_again_on_the_back_off_schedule_of_the_gateways_clock_and_then_given_up()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Handle = (context, _) => Status(context, 500);
        await shop.Gateway.PayAsync();
        await shop.SentAsync();

        foreach (var minutes in new[] { 1, 4, 16, 64, 256, 1024, 4096 })
        {
            var before = shop.Received.Count;
            shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(30));
            await shop.SentAsync();
            Assert.Equal(before, shop.Received.Count);
            shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromSeconds(30));
            await shop.SentAsync();
            Assert.Equal(before + 1, shop.Received.Count);
        }

        shop.Gateway.Gateway.AdvanceClock(TimeSpan.FromDays(30));
        await shop.SentAsync();
        var webhook = Assert.Single(shop.Gateway.Gateway.ReadWebhooks());
        Assert.Equal((SandboxWebhookState.Failed, null, 8), (webhook.State, webhook.NextTry, webhook.Tries.Count));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], shop.Received.Select(message => message.RetriedCount));
        Assert.Single(shop.Received.Select(message => message.TransmissionId).Distinct());
        Assert.Single(shop.Received.Select(message => message.Text).Distinct());
    }

    [Theory]
    [InlineData(200, SandboxWebhookState.Delivered)]
    [InlineData(201, SandboxWebhookState.Waiting)]
    [InlineData(302, SandboxWebhookState.Waiting)]
    [InlineData(503, SandboxWebhookState.Waiting)]
    public async Task Only_200_is_an_answer_and_redirects_are_not_followed(int status, SandboxWebhookState state)
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Handle = (context, _) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Status(context, status);
        };
        await shop.Gateway.PayAsync();
        await shop.SentAsync();

        var webhook = Assert.Single(shop.Gateway.Gateway.ReadWebhooks());
        Assert.Equal((state, status), (webhook.State, Assert.Single(webhook.Tries).Status));
    }

    [Fact]
    public async Task Unavailable_shop_gets_its_messages_when_it_is_back()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Gateway.Gateway.SendWebhooksTo("http://127.0.0.1:1/hook");
        await shop.Gateway.PayAsync();
        await shop.SentAsync();
        var webhook = Assert.Single(shop.Gateway.Gateway.ReadWebhooks());
        Assert.Null(Assert.Single(webhook.Tries).Status);

        await shop.Gateway.ControlAsync(HttpMethod.Put, "/sandbox/webhooks", $$"""{"url":"{{shop.Url}}"}""");
        Assert.Equal(shop.Url, shop.Gateway.Gateway.WebhookUrl);
        await shop.Gateway.ControlAsync(HttpMethod.Post, "/sandbox/clock", """{"advance":"00:01:00"}""");
        await shop.SentAsync();

        Assert.Equal(("/hook", "1"), (Assert.Single(shop.Received).Path, shop.Received[0].RetriedCount));
        var seen = (await shop.Gateway.ControlAsync(HttpMethod.Get, "/sandbox/webhooks")).Json[0];
        Assert.Equal(("DELIVERED", 2), (seen.GetProperty("state").GetString(), seen.GetProperty("tries").GetArrayLength()));
    }

    [Fact]
    public async Task Slow_answer_of_the_shop_does_not_hold_up_other_payments_nor_the_end_of_the_gateway()
    {
        await using var shop = await WebhookShop.StartAsync();
        var stalled = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        shop.Handle = (_, message) =>
        {
            if (message.Text.Contains("order-slow1", StringComparison.Ordinal))
                return stalled.Task;
            other.TrySetResult();
            return Task.CompletedTask;
        };

        await shop.Gateway.PayAsync("order-slow1");
        await shop.Gateway.PayAsync("order-000002");

        await other.Task.WaitAsync(TimeSpan.FromSeconds(9), TestGateway.Token);
        await shop.Gateway.DisposeAsync();
        stalled.SetResult();
    }

    [Fact]
    public async Task Each_shop_of_the_gateway_can_have_an_address_of_its_own()
    {
        await using var shop = await WebhookShop.StartAsync(options =>
            options.Keys = [options.Keys[0] with { WebhookUrl = options.WebhookUrl!.Replace("/hook", "/b/payments/webhooks", StringComparison.Ordinal) }]);
        await shop.Gateway.PayAsync();
        await shop.SentAsync();

        Assert.Equal("/b/payments/webhooks", Assert.Single(shop.Received).Path);
    }

    [Fact]
    public async Task Gateway_without_an_address_sends_and_keeps_nothing()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.PayAsync();

        Assert.Empty(shop.Gateway.ReadWebhooks());
        Assert.Throws<ArgumentException>(() => shop.Gateway.SendWebhooksTo("shop.example/hook"));
        await Assert.ThrowsAsync<ArgumentException>(() => SandboxGateway.StartAsync(options => options.WebhookUrl = "ftp://shop.example"));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
