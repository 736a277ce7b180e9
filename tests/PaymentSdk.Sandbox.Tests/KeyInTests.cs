namespace PaymentSdk.Sandbox.Tests;

public sealed class KeyInTests
{
    private const string _card =
        """{"amount":60000,"orderId":"order-000001","orderName":"양말","cardNumber":"9410001234567890","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"900101"}""";

    [Fact]
    public async Task Card_number_is_charged_at_once_and_shown_masked()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await KeyInAsync(shop, _card.Replace("}", ",\"cardInstallmentPlan\":3,\"useFreeInstallmentPlan\":true,\"cardPassword\":\"12\"}"), "key-1");

        Assert.Equal((200, "DONE", "NORMAL", "카드", "60000"), (answer.Status, answer["status"], answer["type"], answer["method"], answer["totalAmount"]));
        var card = answer.Json.GetProperty("card");
        Assert.Equal(
            ("94100012****789*", 3, "True", "MERCHANT"),
            (card.GetProperty("number").GetString(), card.GetProperty("installmentPlanMonths").GetInt32(), $"{card.GetProperty("isInterestFree")}", card.GetProperty("interestPayer").GetString()));
        Assert.DoesNotContain("9410001234567890", answer.Text);
        Assert.Equal(answer.Text, (await shop.GetPaymentAsync(answer["paymentKey"]!)).Text);
        Assert.Equal(["approve"], shop.Operations(answer["paymentKey"]!));
    }

    [Fact]
    public async Task Repeated_call_charges_once_under_its_key_and_is_refused_for_its_order_without_one()
    {
        await using var shop = await TestGateway.StartAsync();

        var first = await KeyInAsync(shop, _card, "key-1");
        var replay = await KeyInAsync(shop, _card, "key-1");
        var again = await KeyInAsync(shop, _card, "key-2");

        Assert.Equal(first.Text, replay.Text);
        Assert.Equal((400, "DUPLICATED_ORDER_ID"), again.Error);
        Assert.Single(shop.Gateway.ReadPayments());
    }

    [Theory]
    [InlineData("9410001234567890", "941000", "INVALID_CARD_NUMBER")]
    [InlineData("9410001234567890", "9410-0012-3456-7890", "INVALID_CARD_NUMBER")]
    [InlineData("9410001234567890", "4330001234567890", "NOT_SUPPORTED_CARD_TYPE")]
    [InlineData("\"30\"", "\"20\"", "INVALID_CARD_EXPIRATION")]
    [InlineData("\"30\"", "\"2030\"", "INVALID_CARD_EXPIRATION")]
    [InlineData("\"12\"", "\"13\"", "INVALID_CARD_EXPIRATION")]
    [InlineData("900101", "9001", "INVALID_CARD_IDENTITY")]
    [InlineData("900101", "901301", "INVALID_BIRTH_DAY_FORMAT")]
    [InlineData("900101\"", "900101\",\"cardPassword\":\"1\"", "INVALID_CARD_PASSWORD")]
    [InlineData("900101\"", "900101\",\"cardInstallmentPlan\":1", "INVALID_CARD_INSTALLMENT_PLAN")]
    [InlineData("900101\"", "900101\",\"customerEmail\":\"nobody\"", "INVALID_EMAIL")]
    [InlineData("60000", "49999,\"cardInstallmentPlan\":2", "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN")]
    [InlineData("60000", "99", "BELOW_MINIMUM_AMOUNT")]
    [InlineData("60000", "100.5", "INVALID_REQUEST")]
    [InlineData("order-000001", "short", "INVALID_ORDER_ID")]
    [InlineData("양말", "", "INVALID_REQUEST")]
    public async Task Refused_card_leaves_no_payment_and_no_used_order(string part, string wrong, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await KeyInAsync(shop, _card.Replace(part, wrong))).Error);
        Assert.Empty(shop.Gateway.ReadPayments());
        Assert.Equal(200, (await KeyInAsync(shop, _card)).Status);
    }

    [Fact]
    public async Task Business_number_replaces_the_birth_day_and_faults_are_applied()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.KeyIn, SandboxFaultKind.DuplicateOrderId) { Count = 1 });

        Assert.Equal((400, "DUPLICATED_ORDER_ID"), (await KeyInAsync(shop, _card)).Error);
        Assert.Equal(200, (await KeyInAsync(shop, _card.Replace("900101", "1234567890"))).Status);
    }

    private static Task<Answer> KeyInAsync(TestGateway shop, string body, string? key = null) => shop.PostAsync("/v1/payments/key-in", body, key);
}
