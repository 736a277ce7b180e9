using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Webhooks;

/// <summary>The webhook bodies of docs/spec/payment-api.md §7.1, which are distinguished by their structure.</summary>
public sealed class WebhookEventTests
{
    private static readonly DateTimeOffset Created = new(2026, 2, 13, 12, 17, 57, TimeSpan.FromHours(9));

    [Fact]
    public void A_changed_payment_carries_the_payment()
    {
        var webhook = Parse<PaymentStatusChangedEvent>("""
            {"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2026-02-13T12:17:57.123456",
             "data":{"paymentKey":"tviva_fake","orderId":"order-0001","status":"CANCELED","totalAmount":15000,"balanceAmount":0,"aNewMember":1}}
            """);

        Assert.Equal(Created.AddTicks(1234560), webhook.CreatedAt);
        Assert.Equal(("tviva_fake", "order-0001"), (webhook.Payment.PaymentKey.Value, webhook.Payment.OrderId.Value));
        Assert.Equal((PaymentStatus.Canceled, 15000m, 0m), (webhook.Payment.Status, webhook.Payment.TotalAmount, webhook.Payment.BalanceAmount));
        Assert.Equal(1, webhook.Payment.AdditionalMembers["aNewMember"].GetInt32());
        Assert.Equal("PAYMENT_STATUS_CHANGED", webhook.Raw.GetProperty("eventType").GetString());
    }

    [Theory]
    [InlineData("2026-02-13T12:17:57.12345", 1234500)]
    [InlineData("2026-02-13T12:17:57+09:00", 0)]
    [InlineData("2026-02-13T03:17:57Z", 0)]
    public void A_deposit_callback_is_flat_and_names_no_type(string createdAt, int ticks)
    {
        var webhook = Parse<DepositCallbackEvent>($$"""
            {"createdAt":"{{createdAt}}","secret":"ps_fake","status":"DONE","transactionKey":"9FF15E1A29D0E77C218F57262BFA4986","orderId":"order-0001"}
            """);

        Assert.Equal(WebhookEventType.DepositCallback, webhook.Type);
        Assert.Equal(Created.AddTicks(ticks), webhook.CreatedAt);
        Assert.Equal(("order-0001", PaymentStatus.Done), (webhook.OrderId.Value, webhook.Status));
        Assert.Equal(("ps_fake", "9FF15E1A29D0E77C218F57262BFA4986"), (webhook.Secret, webhook.TransactionKey));
    }

    [Fact]
    public void A_changed_cancel_carries_the_cancel()
    {
        var webhook = Parse<CancelStatusChangedEvent>("""
            {"eventType":"CANCEL_STATUS_CHANGED","createdAt":"2026-02-13T12:17:57.0","data":{"transactionKey":"t","cancelReason":"r","cancelAmount":10.5,
             "cancelStatus":"DONE","cancelRequestId":"refund-1","canceledAt":"2026-02-13T12:17:57+09:00"}}
            """);

        Assert.Equal((CancelStatus.Done, 10.5m, "refund-1", Created), (webhook.Cancel.CancelStatus, webhook.Cancel.CancelAmount, webhook.Cancel.CancelRequestId, webhook.Cancel.CanceledAt));
    }

    [Theory]
    [InlineData(",\"reason\":null", null)]
    [InlineData(",\"reason\":\"moved\"", "moved")]
    [InlineData("", null)]
    public void A_deleted_billing_key_is_named(string reason, string? read)
    {
        var webhook = Parse<BillingDeletedEvent>($$$"""{"eventType":"BILLING_DELETED","createdAt":"2026-02-13T12:17:57","data":{"billingKey":"Z_t5=="{{{reason}}}}}""");

        Assert.Equal(("Z_t5==", read), (webhook.BillingKey, webhook.Reason));
    }

    [Theory]
    [InlineData("ENABLED")]
    [InlineData("ENABLE")]
    public void Both_spellings_of_an_enabled_method_mean_the_same(string status)
    {
        var webhook = Parse<BrandPayMethodUpdatedEvent>($$$"""
            {"eventType":"METHOD_UPDATED","createdAt":"2026-02-13T12:17:57","data":{"customerKey":"c","methodKey":"m","status":"{{{status}}}"}}
            """);

        Assert.Equal(("c", "m", BrandPayMethodStatus.Enabled), (webhook.CustomerKey, webhook.MethodKey, webhook.Status));
        Assert.Equal(status, webhook.Status.Value);
    }

    [Fact]
    public void A_changed_customer_says_what_happened_and_when()
    {
        var webhook = Parse<BrandPayCustomerChangedEvent>("""
            {"eventType":"CUSTOMER_STATUS_CHANGED","createdAt":"2026-02-13T12:17:57","data":{"customerKey":"c","status":"ONE_TOUCH_ACTIVATED","changedAt":"2026-02-13T12:17:57+09:00"}}
            """);

        Assert.Equal(("c", BrandPayCustomerStatus.OneTouchActivated, Created), (webhook.CustomerKey, webhook.Status, webhook.ChangedAt));
    }

    [Fact]
    public void A_changed_payout_carries_the_payout()
    {
        var webhook = Parse<PayoutChangedEvent>("""
            {"eventType":"payout.changed","createdAt":"2026-02-13T12:17:57+09:00","version":"2022-11-16","eventId":"evt_1","entityType":"payout",
             "entityBody":{"id":"FPA_1","refPayoutId":"pay-1","destination":"seller-1","scheduleType":"SCHEDULED","payoutDate":"2026-02-14",
               "amount":{"currency":"KRW","value":5000.0},"transactionDescription":"정산","requestedAt":"2026-02-13T12:17:57+09:00","status":"FAILED",
               "error":{"code":"NOT_ENOUGH_AMOUNT","message":"m"},"metadata":{"k":"v"}}}
            """);

        var payout = webhook.Payout;
        Assert.Equal(("evt_1", "2022-11-16"), (webhook.EventId, webhook.Version));
        Assert.Equal(("FPA_1", "pay-1", "seller-1"), (payout.Id, payout.RefPayoutId, payout.Destination));
        Assert.Equal((PayoutSchedule.Scheduled, new DateOnly(2026, 2, 14), Money.Krw(5000)), (payout.ScheduleType, payout.PayoutDate, payout.Amount));
        Assert.Equal((PayoutStatus.Failed, "NOT_ENOUGH_AMOUNT", "v"), (payout.Status, payout.Error!.Code.Value, payout.Metadata!["k"]));
        Assert.Equal(("정산", Created), (payout.TransactionDescription, payout.RequestedAt));
    }

    [Fact]
    public void A_changed_seller_carries_the_seller()
    {
        var webhook = Parse<SellerChangedEvent>("""
            {"eventType":"seller.changed","createdAt":"2026-02-13T12:17:57+09:00","version":"2022-11-16","eventId":"evt_2","entityType":"seller",
             "entityBody":{"id":"seller-1","refSellerId":"shop-1","businessType":"CORPORATE_BUSINESS","status":"KYC_REQUIRED","individual":null,
               "company":{"name":"n","representativeName":"r","businessRegistrationNumber":"1234567890","email":"e","phone":"p"},
               "account":{"bankCode":"092","accountNumber":"110","holderName":"h"},"metadata":null}}
            """);

        var seller = webhook.Seller;
        Assert.Equal(("seller-1", "shop-1", BusinessType.Corporate, SellerStatus.KycRequired), (seller.Id, seller.RefSellerId, seller.BusinessType, seller.Status));
        Assert.Equal(("n", "r", "1234567890"), (seller.Company!.Name, seller.Company.RepresentativeName, seller.Company.BusinessRegistrationNumber));
        Assert.Equal(("092", "110", "h"), (seller.Account!.BankCode?.Value, seller.Account.AccountNumber, seller.Account.HolderName));
        Assert.Null(seller.Individual);
    }

    [Theory]
    [InlineData("""{"eventType":"NEXT_YEAR","createdAt":"2026-02-13T12:17:57","data":{"a":[1]}}""", "NEXT_YEAR", null)]
    [InlineData("""{"eventType":"NEXT_YEAR","createdAt":null,"data":"text"}""", "NEXT_YEAR", null)]
    [InlineData("""{"eventType":"ars-reservation.changed","createdAt":"2026-02-13T12:17:57+09:00","version":"v","eventId":"evt_3","entityType":"x","entityBody":{}}""", "ars-reservation.changed", "evt_3")]
    [InlineData("""{"eventType":"ORDER_PAYMENT_STATUS_CHANGED","createdAt":"2026-02-13T12:17:57","data":{"orderKey":"o","payment":{}}}""", "ORDER_PAYMENT_STATUS_CHANGED", null)]
    // The structure decides. A type that belongs to another structure makes the event unknown.
    [InlineData("""{"eventType":"payout.changed","data":{"id":"FPA_1","status":"COMPLETED"}}""", "payout.changed", null)]
    [InlineData("""{"eventType":"PAYMENT_STATUS_CHANGED","entityBody":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1}}""", "PAYMENT_STATUS_CHANGED", null)]
    [InlineData("""{"eventType":"DEPOSIT_CALLBACK","orderId":"order-0001","status":"DONE","secret":"ps_fake"}""", "DEPOSIT_CALLBACK", null)]
    public void An_event_of_a_known_form_and_an_unknown_type_keeps_its_body(string body, string type, string? id)
    {
        var webhook = Parse<UnknownWebhookEvent>(body);

        Assert.Equal((type, id), (webhook.Type.Value, webhook.EventId));
        Assert.Equal(body, webhook.Raw.GetRawText());
    }

    [Fact]
    public void A_byte_order_mark_in_front_does_no_harm()
    {
        var body = (byte[])[.. Encoding.UTF8.Preamble, .. """{"eventType":"NEXT_YEAR","data":{}}"""u8];

        Assert.Equal("NEXT_YEAR", WebhookEvent.Parse(body).Type.Value);
    }

    [Fact]
    public void The_content_of_a_webhook_is_never_printed()
    {
        string[] bodies =
        [
            """{"createdAt":"2026-02-13T12:17:57","secret":"MARKED","status":"DONE","transactionKey":"t","orderId":"order-0001"}""",
            """{"eventType":"BILLING_DELETED","data":{"billingKey":"MARKED"}}""",
            """{"eventType":"NEXT_YEAR","data":{"x":"MARKED"}}""",
            """{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,"secret":"MARKED","card":{"number":"MARKED"}}}""",
            """{"eventType":"METHOD_UPDATED","data":{"customerKey":"MARKED","methodKey":"MARKED","status":"ENABLED"}}""",
            """{"eventType":"seller.changed","entityBody":{"id":"s","status":"APPROVED","account":{"accountNumber":"MARKED"},"individual":{"name":"MARKED","phone":"MARKED"}}}""",
        ];

        foreach (var body in bodies)
            Assert.DoesNotContain("MARKED", WebhookEvent.Parse(Encoding.UTF8.GetBytes(body)).ToString(), StringComparison.Ordinal);
    }

    private static T Parse<T>(string body) => Assert.IsType<T>(WebhookEvent.Parse(Encoding.UTF8.GetBytes(body)));
}
