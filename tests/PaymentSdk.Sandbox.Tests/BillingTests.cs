using PaymentSdk.Sandbox.Tests.Delivery;

namespace PaymentSdk.Sandbox.Tests;

public sealed class BillingTests
{
    private const string _customer = "customer-0001";

    private const string _card =
        """{"customerKey":"customer-0001","cardNumber":"9410001234567890","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"900101","cardPassword":"12"}""";

    [Fact]
    public async Task Key_of_the_window_is_exchanged_once_for_a_billing_key()
    {
        await using var shop = await TestGateway.StartAsync();
        var authKey = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/billing-auths", """{"customerKey":"customer-0001"}"""))["authKey"];

        var stranger = await IssueAsync(shop, authKey, "customer-0002");
        var billing = await IssueAsync(shop, authKey, _customer);
        var again = await IssueAsync(shop, authKey, _customer);

        Assert.Equal((400, "NOT_MATCHES_CUSTOMER_KEY"), stranger.Error);
        Assert.Equal((400, "INVALID_BILLING_AUTH"), again.Error);
        Assert.Equal(
            ["mId", "customerKey", "authenticatedAt", "method", "billingKey", "card", "transfers", "easyPay", "cardCompany", "cardNumber"],
            billing.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal((_customer, "카드", "현대", "94100012****789*"), (billing["customerKey"], billing["method"], billing["cardCompany"], billing["cardNumber"]));
        Assert.Matches("^[A-Za-z0-9_-]{43}=$", billing["billingKey"]);
        Assert.Equal("61", billing.Json.GetProperty("card").GetProperty("issuerCode").GetString());
    }

    [Fact]
    public async Task Bank_account_has_transfers_and_no_card()
    {
        await using var shop = await TestGateway.StartAsync();

        var billing = await IssueAsync(shop, shop.Gateway.AuthenticateBilling(_customer, "TRANSFER"), _customer);
        var paid = await ChargeAsync(shop, billing["billingKey"]!);

        Assert.Equal(("계좌이체", "", 1), (billing["method"], billing["card"], billing.Json.GetProperty("transfers").GetArrayLength()));
        Assert.Equal(("계좌이체", "DONE"), (paid["method"], paid["status"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Charge_is_a_payment_of_type_BILLING_with_the_key_raw_or_escaped_in_its_path(bool escaped)
    {
        await using var shop = await TestGateway.StartAsync();
        var key = (await shop.PostAsync("/v1/billing/authorizations/card", _card))["billingKey"]!;

        var paid = await ChargeAsync(shop, escaped ? Uri.EscapeDataString(key) : key);

        Assert.Equal((200, "BILLING", "DONE", "15000"), (paid.Status, paid["type"], paid["status"], paid["totalAmount"]));
        Assert.NotEqual("", paid["secret"]);
        Assert.Equal(200, (await shop.CancelAsync(paid["paymentKey"]!, """{"cancelReason":"x","cancelAmount":5000}""")).Status);
        Assert.Equal(["approve", "cancel"], shop.Operations(paid["paymentKey"]!));
        Assert.Equal(_customer, (await shop.GetAsync("/v1/transactions?startDate=2020-01-01&endDate=2099-01-01")).Json[0].GetProperty("customerKey").GetString());
    }

    [Fact]
    public async Task Two_orders_are_two_charges_and_one_idempotency_key_is_one()
    {
        await using var shop = await TestGateway.StartAsync();
        var key = (await shop.PostAsync("/v1/billing/authorizations/card", _card))["billingKey"]!;

        var first = await ChargeAsync(shop, key, idempotencyKey: "key-1");
        Assert.Equal(first.Text, (await ChargeAsync(shop, key, idempotencyKey: "key-1")).Text);
        Assert.Equal((400, "DUPLICATED_ORDER_ID"), (await ChargeAsync(shop, key, idempotencyKey: "key-2")).Error);
        Assert.Equal(200, (await ChargeAsync(shop, key, "order-000002", "key-3")).Status);
        Assert.Equal(2, shop.Gateway.ReadPayments().Count);
    }

    [Fact]
    public async Task Measured_refusals_of_a_charge()
    {
        await using var shop = await TestGateway.StartAsync();
        var key = (await shop.PostAsync("/v1/billing/authorizations/card", _card))["billingKey"]!;
        var refused = await shop.PostAsync("/v1/billing/authorizations/card", _card.Replace("9410", "5520"));

        Assert.Equal((400, "NOT_MATCHES_CUSTOMER_KEY"), (await ChargeAsync(shop, key, customerKey: "customer-0002")).Error);
        Assert.Equal((400, "INVALID_BILL_KEY_REQUEST"), (await ChargeAsync(shop, "none")).Error);
        Assert.Equal((400, "NOT_SUPPORTED_CARD_TYPE"), (await ChargeAsync(shop, refused["billingKey"]!)).Error);
        Assert.Equal((500, "FAILED_DB_PROCESSING"), (await shop.PostAsync("/v1/billing/authorizations/card", _card.Replace(_customer, new string('c', 301)))).Error);
        Assert.Equal(200, (await shop.PostAsync("/v1/billing/authorizations/card", _card.Replace(_customer, new string('c', 299) + "!"))).Status);
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.PostAsync("/v1/billing/authorizations/card", _card.Replace(",\"cardPassword\":\"12\"", ""))).Error);
        Assert.Empty(shop.Gateway.ReadPayments());
    }

    [Fact]
    public async Task Removed_key_is_answered_with_an_empty_body_reported_by_webhook_and_refused_from_then_on()
    {
        await using var hook = await WebhookShop.StartAsync();
        var shop = hook.Gateway;
        var key = (await shop.PostAsync("/v1/billing/authorizations/card", _card))["billingKey"]!;
        await ChargeAsync(shop, key);

        var removed = await RemoveAsync(shop, key);
        await hook.SentAsync();

        Assert.Equal((200, "", "0"), (removed.Status, removed.Text, removed.Headers["Content-Length"]));
        Assert.Equal((400, "ALREADY_REMOVED_BILLING_KEY"), (await ChargeAsync(shop, key, "order-000002")).Error);
        Assert.Equal((400, "ALREADY_REMOVED_BILLING_KEY"), (await RemoveAsync(shop, key)).Error);
        Assert.Equal((400, "BILLING_KEY_NOT_FOUND"), (await RemoveAsync(shop, "none")).Error);
        var reported = Assert.Single(hook.Received).Json;
        Assert.Equal(("BILLING_DELETED", key, "null"), (reported.GetProperty("eventType").GetString(), reported.GetProperty("data").GetProperty("billingKey").GetString(), reported.GetProperty("data").GetProperty("reason").GetRawText()));
    }

    [Fact]
    public async Task Faults_and_test_codes_are_applied_to_issue_and_charge()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.BillingIssue, SandboxFaultKind.Status500) { Count = 1 },
            new SandboxFault(SandboxOperation.BillingApprove, SandboxFaultKind.Status500AfterWork) { Count = 1 });

        Assert.Equal(500, (await shop.PostAsync("/v1/billing/authorizations/card", _card)).Status);
        var key = (await shop.PostAsync("/v1/billing/authorizations/card", _card))["billingKey"]!;
        Assert.Equal(500, (await ChargeAsync(shop, key)).Status);
        Assert.Equal(["approve"], Assert.Single(shop.Gateway.ReadPayments()).Executions.Select(execution => execution.Operation));
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/billing/dummy") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("TossPayments-Test-Code", "REJECT_CARD_PAYMENT");
        Assert.Equal((403, "REJECT_CARD_PAYMENT"), (await shop.SendAsync(request)).Error);
    }

    private static Task<Answer> IssueAsync(TestGateway shop, string? authKey, string customerKey) =>
        shop.PostAsync("/v1/billing/authorizations/issue", $$"""{"authKey":"{{authKey}}","customerKey":"{{customerKey}}"}""");

    private static Task<Answer> ChargeAsync(
        TestGateway shop, string key, string orderId = TestGateway.OrderId, string? idempotencyKey = null, string customerKey = _customer) =>
        shop.PostAsync($"/v1/billing/{key}", $$"""{"amount":15000,"customerKey":"{{customerKey}}","orderId":"{{orderId}}","orderName":"구독"}""", idempotencyKey);

    private static Task<Answer> RemoveAsync(TestGateway shop, string key) => shop.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/billing/{Uri.EscapeDataString(key)}"));
}
