namespace PaymentSdk.Sandbox.Tests;

public sealed class CancelTests
{
    [Fact]
    public async Task Full_cancel_is_CANCELED_and_another_one_is_refused()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var answer = await shop.CancelAsync(paymentKey, """{"cancelReason":"changed their mind"}""", "key-1");

        Assert.Equal((200, "CANCELED", "0", "0", "0"), (answer.Status, answer["status"], answer["balanceAmount"], answer["vat"], answer["suppliedAmount"]));
        var cancel = Assert.Single(answer.Json.GetProperty("cancels").EnumerateArray());
        Assert.Equal(
            ("15000", "changed their mind", "0", "DONE"),
            ($"{cancel.GetProperty("cancelAmount")}", cancel.GetProperty("cancelReason").GetString(), $"{cancel.GetProperty("refundableAmount")}", cancel.GetProperty("cancelStatus").GetString()));
        Assert.Equal(answer["lastTransactionKey"], cancel.GetProperty("transactionKey").GetString());
        Assert.Equal((400, "ALREADY_CANCELED_PAYMENT"), (await shop.CancelAsync(paymentKey, """{"cancelReason":"again"}""")).Error);
        Assert.Equal(["approve", "cancel"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Partial_cancels_down_to_zero_stay_PARTIAL_CANCELED()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var first = await shop.CancelAsync(paymentKey, """{"cancelReason":"one of two","cancelAmount":4000}""");
        var last = await shop.CancelAsync(paymentKey, """{"cancelReason":"the other","cancelAmount":11000,"refundableAmount":11000}""");

        Assert.Equal(("PARTIAL_CANCELED", "11000", "1000"), (first["status"], first["balanceAmount"], first["vat"]));
        Assert.Equal(("PARTIAL_CANCELED", "0"), (last["status"], last["balanceAmount"]));
        Assert.Equal((403, "NOT_CANCELABLE_AMOUNT"), (await shop.CancelAsync(paymentKey, """{"cancelReason":"again"}""")).Error);
        Assert.Equal([15_000m, 4_000m, 11_000m], shop.Payment(paymentKey).Executions.Select(execution => execution.Amount));
    }

    [Theory]
    [InlineData("""{"cancelReason":"x","cancelAmount":15001}""", 403, "NOT_CANCELABLE_AMOUNT")]
    [InlineData("""{"cancelReason":"x","cancelAmount":1000,"refundableAmount":14000}""", 400, "NOT_MATCHES_REFUNDABLE_AMOUNT")]
    [InlineData("""{"cancelReason":"x","cancelAmount":0}""", 400, "INVALID_REFUND_AMOUNT")]
    [InlineData("""{"cancelReason":"x","cancelAmount":-1}""", 400, "INVALID_REFUND_AMOUNT")]
    [InlineData("""{"cancelReason":"x","cancelAmount":0.5}""", 400, "INVALID_REFUND_AMOUNT")]
    [InlineData("""{"cancelReason":"x","currency":"USD"}""", 400, "INVALID_CURRENCY")]
    [InlineData("""{"cancelReason":"x","cancelAmount":1000,"taxFreeAmount":1}""", 403, "EXCEED_MAX_REFUND_AMOUNT")]
    [InlineData("""{"cancelReason":"x","cancelAmount":1000,"taxFreeAmount":1001}""", 400, "INVALID_REFUND_AMOUNT")]
    [InlineData("""{"cancelAmount":1000}""", 400, "INVALID_REQUEST")]
    [InlineData("""{"cancelReason":""}""", 400, "INVALID_REQUEST")]
    [InlineData("{", 400, "INVALID_REQUEST")]
    public async Task Refused_cancel_changes_nothing(string body, int status, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        Assert.Equal((status, code), (await shop.CancelAsync(paymentKey, body)).Error);
        Assert.Equal(("DONE", 15_000m), (shop.Payment(paymentKey).Status, shop.Payment(paymentKey).BalanceAmount));
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 400)]
    public async Task Reason_has_at_most_200_characters(int length, int status)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        Assert.Equal(status, (await shop.CancelAsync(paymentKey, $$"""{"cancelReason":"{{new string('가', length)}}"}""")).Status);
    }

    [Fact]
    public async Task Tax_free_part_is_reduced_by_the_amount_in_the_cancel()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(TestGateway.OrderId, 15_000) { TaxFreeAmount = 4_000 });
        var paid = await shop.ConfirmAsync(paymentKey);

        var canceled = await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":5000,"taxFreeAmount":3000}""");

        Assert.Equal(("4000", "1000", "10000"), (paid["taxFreeAmount"], paid["vat"], paid["suppliedAmount"]));
        Assert.Equal(("1000", "818", "8182"), (canceled["taxFreeAmount"], canceled["vat"], canceled["suppliedAmount"]));
    }

    [Fact]
    public async Task Payment_that_was_never_confirmed_cannot_be_canceled()
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((403, "NOT_CANCELABLE_PAYMENT"), (await shop.CancelAsync(shop.Authenticate(), """{"cancelReason":"x"}""")).Error);
    }

    [Theory]
    [InlineData("CARD", 400, 200)]
    [InlineData("TRANSFER", 179, 200)]
    [InlineData("TRANSFER", 180, 403)]
    [InlineData("MOBILE_PHONE", 32, 403)]
    public async Task Method_has_its_own_deadline_for_cancels(string method, int days, int status)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: method);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(days));

        var answer = await shop.CancelAsync(paymentKey, """{"cancelReason":"x"}""");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? ["approve", "cancel"] : ["approve"], shop.Operations(paymentKey));
        if (status == 403)
            Assert.Equal("EXCEED_MAX_REFUND_DUE", answer["code"]);
    }

    [Fact]
    public async Task Dollars_have_cents()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(TestGateway.OrderId, 19.99m) { Currency = "USD" });
        await shop.ConfirmAsync(paymentKey, amount: "19.99");

        var answer = await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":0.99,"currency":"USD"}""");

        Assert.Equal(("USD", "19.99", "19"), (answer["currency"], answer["totalAmount"], answer["balanceAmount"]));
    }

    [Fact]
    public async Task Many_partial_cancels_at_once_never_give_back_more_than_was_paid()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""", $"key-{i}")));

        Assert.Equal((15, 5), (answers.Count(answer => answer.Status == 200), answers.Count(answer => answer.Status == 403)));
        Assert.Equal((0m, 16), (shop.Payment(paymentKey).BalanceAmount, shop.Operations(paymentKey).Length));
    }
}
