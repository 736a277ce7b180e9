using PaymentSdk.Sandbox.Tests.Delivery;

namespace PaymentSdk.Sandbox.Tests;

public sealed class ForeignCancelTests
{
    private const string _cancel = """{"cancelReason":"x","cancelRequestId":"my-cancel-1","currency":"USD"}""";

    [Fact]
    public async Task Cancel_abroad_is_in_progress_until_the_provider_answers_and_then_sends_a_webhook()
    {
        await using var hook = await WebhookShop.StartAsync();
        var shop = hook.Gateway;
        var paymentKey = await PayAsync(shop);

        var begun = await shop.CancelAsync(paymentKey, _cancel, "key-1");
        var second = await shop.CancelAsync(paymentKey, _cancel);
        shop.Gateway.AdvanceClock(TimeSpan.FromHours(1));
        var done = await shop.GetPaymentAsync(paymentKey);
        await hook.SentAsync();

        Assert.Equal((200, "DONE", "19.99", "IN_PROGRESS my-cancel-1"), (begun.Status, begun["status"], begun["balanceAmount"], Cancel(begun)));
        Assert.Equal((400, "ALREADY_REFUNDING_PAYMENT"), second.Error);
        Assert.Equal(("CANCELED", "0", "DONE my-cancel-1"), (done["status"], done["balanceAmount"], Cancel(done)));
        Assert.Equal(["approve", "cancel"], shop.Operations(paymentKey));
        Assert.Equal("key-1", shop.Payment(paymentKey).Executions[^1].IdempotencyKey);
        Assert.Equal(["PAYMENT_STATUS_CHANGED DONE", "CANCEL_STATUS_CHANGED DONE", "PAYMENT_STATUS_CHANGED CANCELED"], shop.Gateway.ReadWebhooks().Select(webhook => $"{webhook.EventType} {webhook.Status}"));
        var reported = hook.Received[1].Json;
        Assert.Equal(done.Json.GetProperty("cancels")[0].GetRawText(), reported.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Provider_that_refuses_leaves_the_payment_as_it_was()
    {
        await using var hook = await WebhookShop.StartAsync();
        var shop = hook.Gateway;
        var paymentKey = await PayAsync(shop);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Cancel, SandboxFaultKind.RefundPayoutFailed) { Count = 1 });

        await shop.CancelAsync(paymentKey, _cancel);
        var aborted = await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payments/{paymentKey}/decide-cancel");
        await hook.SentAsync();

        Assert.Equal(("DONE", "19.99", "ABORTED my-cancel-1"), (aborted["status"], aborted["balanceAmount"], Cancel(aborted)));
        Assert.Equal(["approve"], shop.Operations(paymentKey));
        Assert.Equal(["PAYMENT_STATUS_CHANGED DONE", "CANCEL_STATUS_CHANGED ABORTED"], shop.Gateway.ReadWebhooks().Select(webhook => $"{webhook.EventType} {webhook.Status}"));
        Assert.Equal(409, (await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payments/{paymentKey}/decide-cancel")).Status);
        await shop.CancelAsync(paymentKey, _cancel);
        shop.Gateway.AdvanceClock(TimeSpan.FromHours(1));
        Assert.Equal("CANCELED", shop.Payment(paymentKey).Status);
    }

    [Theory]
    [InlineData("""{"cancelReason":"x"}""", "INVALID_REQUEST")]
    [InlineData("""{"cancelReason":"x","cancelRequestId":"short"}""", "INVALID_REQUEST")]
    [InlineData("""{"cancelReason":"x","cancelRequestId":"my cancel 1"}""", "INVALID_REQUEST")]
    [InlineData("""{"cancelReason":"x","cancelRequestId":"my-cancel-1","currency":"KRW"}""", "INVALID_CURRENCY")]
    public async Task Cancel_abroad_needs_an_id_of_the_shops_own(string body, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await PayAsync(shop);

        Assert.Equal((400, code), (await shop.CancelAsync(paymentKey, body)).Error);
    }

    private static async Task<string> PayAsync(TestGateway shop)
    {
        var paymentKey = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(TestGateway.OrderId, 19.99m) { Currency = "USD", Method = "FOREIGN_EASY_PAY" });
        var paid = await shop.ConfirmAsync(paymentKey, amount: "19.99");
        Assert.Equal((200, "해외간편결제", "ALIPAY"), (paid.Status, paid["method"], paid.Json.GetProperty("easyPay").GetProperty("provider").GetString()));
        return paymentKey;
    }

    private static string Cancel(Answer answer)
    {
        var cancel = answer.Json.GetProperty("cancels")[0];
        return $"{cancel.GetProperty("cancelStatus")} {cancel.GetProperty("cancelRequestId")}";
    }
}
