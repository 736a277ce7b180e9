using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests;

public sealed class ConfirmTests
{
    [Fact]
    public async Task Old_clients_confirm_with_the_key_in_the_path()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answer = await shop.PostAsync($"/v1/payments/{paymentKey}", """{"orderId":"order-000001","amount":"15000"}""");

        Assert.Equal((200, "DONE"), (answer.Status, answer["status"]));
        Assert.Equal((400, "ALREADY_PROCESSED_PAYMENT"), (await shop.ConfirmAsync(paymentKey)).Error);
    }

    [Fact]
    public async Task Confirmed_card_payment_is_DONE_and_the_money_moved_once()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answer = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            ("DONE", paymentKey, TestGateway.OrderId, "15000", "15000", "카드", "KRW", "2022-11-16"),
            (answer["status"], answer["paymentKey"], answer["orderId"], answer["totalAmount"], answer["balanceAmount"], answer["method"], answer["currency"], answer["version"]));
        var execution = Assert.Single(shop.Payment(paymentKey).Executions);
        Assert.Equal(("approve", 15_000m, "key-1"), (execution.Operation, execution.Amount, execution.IdempotencyKey));
    }

    [Fact]
    public async Task Payment_object_has_every_member_of_the_reference()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ConfirmAsync(shop.Authenticate());

        string[] expected =
        [
            "approvedAt", "balanceAmount", "cancels", "card", "cashReceipt", "cashReceipts", "checkout", "country", "cultureExpense", "currency",
            "discount", "easyPay", "failure", "giftCertificate", "isPartialCancelable", "lastTransactionKey", "mId", "metadata", "method",
            "mobilePhone", "orderId", "orderName", "paymentKey", "receipt", "requestedAt", "secret", "status", "suppliedAmount",
            "taxExemptionAmount", "taxFreeAmount", "totalAmount", "transactionKey", "transfer", "type", "useEscrow", "vat", "version", "virtualAccount",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("13636", "1364"), (answer["suppliedAmount"], answer["vat"]));
        Assert.Equal("12345678****123*", answer.Json.GetProperty("card").GetProperty("number").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$", answer["approvedAt"]);
        Assert.StartsWith("ps_", answer["secret"]);
    }

    [Theory]
    [InlineData("15000.00")]
    [InlineData("\"15000\"")]
    [InlineData("1.5e4")]
    public async Task Amount_counts_by_value_however_it_is_written(string amount)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ConfirmAsync(shop.Authenticate(), amount: amount);

        Assert.Equal((200, "15000"), (answer.Status, answer["totalAmount"]));
    }

    [Theory]
    [InlineData("order-000001", "15001", 403, "FORBIDDEN_REQUEST")]
    [InlineData("order-000002", "15000", 404, "NOT_FOUND_PAYMENT_SESSION")]
    public async Task Tampered_confirm_is_refused_and_leaves_the_payment_to_be_confirmed_rightly(string orderId, string amount, int status, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answer = await shop.ConfirmAsync(paymentKey, orderId, amount);

        Assert.Equal((status, code), answer.Error);
        Assert.Equal("IN_PROGRESS", shop.Payment(paymentKey).Status);
        Assert.Equal(200, (await shop.ConfirmAsync(paymentKey)).Status);
    }

    [Theory]
    [InlineData("", "INVALID_REQUEST")]
    [InlineData("{\"paymentKey\":", "INVALID_REQUEST")]
    [InlineData("[]", "INVALID_REQUEST")]
    [InlineData("{}", "INVALID_REQUEST")]
    [InlineData("""{"orderId":"order-000001","amount":15000}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","amount":15000}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order-000001"}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order-000001","amount":null}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order-000001","amount":"1,500"}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order-000001","amount":{}}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"\ud800","orderId":"order-000001","amount":15000}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order-000001","amount":1e99}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":7,"orderId":"order-000001","amount":15000}""", "INVALID_REQUEST")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"short","amount":15000}""", "INVALID_ORDER_ID")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"order.000001","amount":15000}""", "INVALID_ORDER_ID")]
    [InlineData("""{"paymentKey":"tgen_1","orderId":"0123456789012345678901234567890123456789012345678901234567890123x","amount":15000}""", "INVALID_ORDER_ID")]
    public async Task Invalid_confirm_is_refused(string body, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await shop.PostAsync("/v1/payments/confirm", body)).Error);
    }

    [Fact]
    public async Task Repeated_members_are_tolerated_and_the_last_counts()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answer = await shop.PostAsync(
            "/v1/payments/confirm", $$"""{"amount":1,"paymentKey":"{{paymentKey}}","orderId":"order-000001","amount":15000,"extra":[]}""");

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Confirm_without_authentication_or_ten_minutes_after_it_finds_no_session()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        shop.Gateway.AdvanceClock(TimeSpan.FromMinutes(10));

        Assert.Equal((404, "NOT_FOUND_PAYMENT_SESSION"), (await shop.ConfirmAsync(paymentKey)).Error);
        var expired = await shop.GetPaymentAsync(paymentKey);
        Assert.Equal(("EXPIRED", "", "EXPIRED_PAYMENT"), (expired["status"], expired["orderName"], expired.Json.GetProperty("failure").GetProperty("code").GetString()));
        foreach (var member in new[] { "method", "receipt", "card", "secret", "lastTransactionKey", "transactionKey", "approvedAt", "useEscrow" })
            Assert.Equal(JsonValueKind.Null, expired.Json.GetProperty(member).ValueKind);
        Assert.False(expired.Json.TryGetProperty("metadata", out _));
    }

    [Fact]
    public async Task Second_confirm_of_a_payment_is_answered_with_already_processed()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        Assert.Equal((400, "ALREADY_PROCESSED_PAYMENT"), (await shop.ConfirmAsync(paymentKey)).Error);
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Second_payment_on_a_paid_order_id_is_refused()
    {
        await using var shop = await TestGateway.StartAsync();
        var second = shop.Authenticate();
        await shop.PayAsync();

        Assert.Equal((400, "DUPLICATED_ORDER_ID"), (await shop.ConfirmAsync(second)).Error);
        Assert.Empty(shop.Operations(second));
    }

    [Fact]
    public async Task Refused_card_ends_the_payment_ABORTED_and_uses_up_its_order_id()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate(confirmFailure: "REJECT_CARD_PAYMENT");

        Assert.Equal((403, "REJECT_CARD_PAYMENT"), (await shop.ConfirmAsync(paymentKey)).Error);

        var payment = await shop.GetPaymentAsync(paymentKey);
        Assert.Equal(("ABORTED", "REJECT_CARD_PAYMENT"), (payment["status"], payment.Json.GetProperty("failure").GetProperty("code").GetString()));
        Assert.Equal((400, "DUPLICATED_ORDER_ID"), (await shop.ConfirmAsync(shop.Authenticate())).Error);
        Assert.Empty(shop.Operations(paymentKey));
    }

    [Theory]
    [InlineData("CARD", 99, "BELOW_MINIMUM_AMOUNT")]
    [InlineData("TRANSFER", 199, "BELOW_MINIMUM_AMOUNT")]
    [InlineData("TRANSFER", 10_000_001, "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM")]
    public async Task Amount_outside_the_limits_of_its_method_is_refused(string method, int amount, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ConfirmAsync(shop.Authenticate(method: method, amount: amount), amount: $"{amount}");

        Assert.Equal((400, code), answer.Error);
    }

    [Fact]
    public async Task Payment_of_another_shop_is_unknown()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(TestGateway.OrderId, 15_000) { ClientKey = "test_ck_fake_shop" });

        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.ConfirmAsync(paymentKey)).Error);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetPaymentAsync(paymentKey)).Error);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetAsync($"/v1/payments/orders/{TestGateway.OrderId}")).Error);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.CancelAsync(paymentKey, """{"cancelReason":"no"}""")).Error);
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetPaymentAsync("tgen_none")).Error);
    }

    [Theory]
    [InlineData("CARD", "카드", "CARD", "card")]
    [InlineData("EASY_PAY", "간편결제", "EASY_PAY", "easyPay")]
    [InlineData("TRANSFER", "계좌이체", "TRANSFER", "transfer")]
    [InlineData("MOBILE_PHONE", "휴대폰", "MOBILE_PHONE", "mobilePhone")]
    [InlineData("VIRTUAL_ACCOUNT", "가상계좌", "VIRTUAL_ACCOUNT", "virtualAccount")]
    public async Task Each_method_is_named_in_Korean_or_English_and_has_its_own_member(string method, string korean, string english, string member)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: method);

        var inKorean = await shop.GetPaymentAsync(paymentKey);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/payments/{paymentKey}");
        request.Headers.Add("Accept-Language", "en-US");
        var inEnglish = await shop.SendAsync(request);

        Assert.Equal((korean, english), (inKorean["method"], inEnglish["method"]));
        string[] members = ["card", "easyPay", "transfer", "mobilePhone", "virtualAccount"];
        Assert.Equal([member], members.Where(name => inKorean.Json.GetProperty(name).ValueKind == JsonValueKind.Object));
    }

    [Fact]
    public async Task Order_id_finds_the_paid_one_of_several_payments()
    {
        await using var shop = await TestGateway.StartAsync();
        shop.Authenticate();
        var paid = await shop.PayAsync();
        shop.Authenticate();

        Assert.Equal(paid, (await shop.GetAsync($"/v1/payments/orders/{TestGateway.OrderId}"))["paymentKey"]);
    }

    [Fact]
    public async Task Many_confirms_of_one_payment_with_keys_of_their_own_move_the_money_once()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => shop.ConfirmAsync(paymentKey, key: $"key-{i}")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(49, answers.Count(answer => answer.Status == 400 && answer["code"] == "ALREADY_PROCESSED_PAYMENT"));
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }
}
