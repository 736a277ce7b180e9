using System.Text;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Webhooks;

/// <summary>Anyone can post to a webhook address, so every body must give an event or a reason for its refusal, never an exception.</summary>
public sealed class HostileWebhookTests
{
    private const string Payment = """{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1}}""";

    public static TheoryData<string, string> Refused => new()
    {
        { "", "it is empty" },
        { "not json", "it is not JSON" },
        { "<html>hotel wifi</html>", "it is not JSON" },
        { Payment[..^1], "it is not JSON" },
        { Payment + "{}", "it is not JSON" },
        { "[]", "it is not a JSON object" },
        { $"[{Payment}]", "it is not a JSON object" },
        { "null", "it is not a JSON object" },
        { "\"text\"", "it is not a JSON object" },
        { "{}", "its members match no known form" },
        { """{"orderId":"order-0001","status":"DONE"}""", "its members match no known form" },
        { """{"secret":"ps_fake","status":"DONE"}""", "its members match no known form" },
        { """{"data":{"paymentKey":"k"}}""", "its members match no known form" },
        { """{"eventType":7,"data":{}}""", "its members match no known form" },
        { """{"eventType":{},"entityBody":{}}""", "it has no eventType" },
        { """{"entityBody":{"id":"FPA_1"}}""", "it has no eventType" },
        { """{"eventType":"PAYMENT_STATUS_CHANGED"}""", "it has no data" },
        { """{"eventType":"PAYMENT_STATUS_CHANGED","data":[]}""", "it has no data" },
        { """{"eventType":"PAYMENT_STATUS_CHANGED","data":{}}""", "it has no paymentKey, orderId, status, totalAmount" },
        { """{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":{}}}""", "its member $.totalAmount cannot be read" },
        { """{"eventType":"CANCEL_STATUS_CHANGED","data":{"cancelStatus":null}}""", "it has no cancelStatus" },
        { """{"eventType":"BILLING_DELETED","data":{"billingKey":17}}""", "it has no billingKey" },
        { """{"eventType":"METHOD_UPDATED","data":{"methodKey":"m"}}""", "it has no status" },
        { """{"eventType":"payout.changed","entityBody":{"id":"FPA_1"}}""", "it has no status" },
        { """{"eventType":"A","eventType":"B","data":{}}""", "names a member twice" },
        { """{"eventType":"A","data":{"status":"DONE","status":"CANCELED"}}""", "names a member twice" },
        { """{"eventType":"A","data":{"status":"DONE","\u0073tatus":"CANCELED"}}""", "names a member twice" },
        { """{"eventType":"A","data":""" + Nested(40) + "}", "deeper than 32 levels" },
        { Nested(100_000), "deeper than 32 levels" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_body_that_is_not_a_webhook_is_refused_with_the_reason(string body, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.False(WebhookEvent.TryParse(bytes, out var webhook, out var reported));
        Assert.Null(webhook);
        Assert.Contains(reason, reported, StringComparison.Ordinal);
        Assert.Equal(reported, Assert.Throws<FormatException>(() => WebhookEvent.Parse(bytes)).Message);
    }

    [Fact]
    public void Ten_megabytes_are_refused_before_they_are_read()
    {
        var body = new byte[10 * 1024 * 1024];

        Assert.False(WebhookEvent.TryParse(body, out _, out var reason));
        Assert.Contains("10485760 bytes, more than 1048576", reason, StringComparison.Ordinal);
    }

    public static TheoryData<string> Costly =>
    [
        $"\"cancels\":[{Many("""{"vat":{},"cancelAmount":{}}""", 30_000)}]",
        $"\"cancels\":[{Many("""{"canceledAt":0,"cancelAmount":1,"taxFreeAmount":"x"}""", 14_000)}]",
        $"\"cashReceipts\":[{Many("1", 450_000)}]",
        $"\"cashReceipts\":[{Many("null", 180_000)}]",
        $"\"card\":1,\"transfer\":1,\"mobilePhone\":1,\"cashReceipt\":1,\"discount\":1,\"failure\":1,\"receipt\":1,\"checkout\":1,\"vat\":{{}},\"suppliedAmount\":{{}},\"new\":[{Many("null", 150_000)}]",
        $"\"metadata\":{{{string.Join(',', Enumerable.Range(0, 50_000).Select(number => $"\"m{number}\":[]"))}}}",
        $"\"new\":[{Many("[[[[[[[[[]]]]]]]]]", 40_000)}]",
    ];

    [Theory]
    [MemberData(nameof(Costly), DisableDiscoveryEnumeration = true)]
    public void A_megabyte_of_members_that_cannot_be_read_costs_no_more_than_a_few_readings(string members)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,{{members}} } }""");
        Assert.InRange(body.Length, 500_000, WebhookEvent.LargestBody);
        Assert.True(WebhookEvent.TryParse(Encoding.UTF8.GetBytes(Payment), out _, out _));

        // The test measures memory, because the time depends on the machine.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = WebhookEvent.TryParse(body, out var webhook, out _);
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / 1024;

        Assert.Equal(read, webhook is not null);
        Assert.True(megabytes <= 128, $"{megabytes} MB");
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00 })]
    [InlineData(new byte[] { 0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc0, 0xaf, 0x22, 0x7d })]
    [InlineData(new byte[] { 0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d })]
    public void A_body_that_is_not_utf8_is_refused(byte[] body)
    {
        Assert.False(WebhookEvent.TryParse(body, out _, out var reason));
        Assert.Contains("it is not UTF-8", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"eventType":"\ud800","data":{}}""")]
    [InlineData("""{"\ud800":1,"eventType":"A","data":{}}""")]
    [InlineData("""{"orderId":"\udc00","status":"DONE","secret":"s"}""")]
    [InlineData("""{"eventType":"BILLING_DELETED","data":{"billingKey":"\ud800","\ud800":{}}}""")]
    [InlineData("""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"\ud800","orderId":"order-0001","status":"DONE","totalAmount":1}}""")]
    [InlineData("""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"\udfff":1,"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1}}""")]
    [InlineData("""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,"card":{"\ud800":"\ud800"},"method":"\ud800"}}""")]
    [InlineData("""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1e999,"vat":1e999}}""")]
    [InlineData("""{"eventType":"payout.changed","entityBody":{"id":"FPA_1","status":"COMPLETED","amount":{"currency":"KRW","value":0.5},"payoutDate":"soon","metadata":[]}}""")]
    public void Half_characters_and_impossible_numbers_end_in_an_event_or_a_reason(string body)
    {
        var read = WebhookEvent.TryParse(Encoding.UTF8.GetBytes(body), out var webhook, out var reason);

        Assert.Equal(read, webhook is not null);
        Assert.Equal(read, reason is null);
    }

    [Fact]
    public void An_optional_member_of_a_new_form_does_not_hide_the_event()
    {
        var webhook = (PaymentStatusChangedEvent)WebhookEvent.Parse(
            """{"eventType":"PAYMENT_STATUS_CHANGED","createdAt":7,"data":{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":"15000","card":"new","cancels":7}}"""u8.ToArray());

        Assert.Null(webhook.CreatedAt);
        Assert.Equal(15000m, webhook.Payment.TotalAmount);
        Assert.Equal(["cancels", "card"], webhook.Payment.AdditionalMembers.Keys.Order());
    }

    [Fact]
    public void Ten_thousand_bodies_with_random_damage_end_in_an_event_or_a_reason()
    {
        var random = new Random(20261123);
        var whole = Encoding.UTF8.GetBytes("""
            {"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2026-02-13T12:17:57","data":{"paymentKey":"k","orderId":"order-0001","status":"DONE",
             "totalAmount":1,"card":{"number":"\u0031"},"cancels":[{"cancelAmount":1}],"metadata":{"a":"가"},"approvedAt":"2026-02-13T12:18:14+09:00"}}
            """);
        var read = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var body = whole[..random.Next(whole.Length / 2, whole.Length + 1)];
            for (var flips = random.Next(4); flips > 0; flips--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            if (WebhookEvent.TryParse(body, out var webhook, out var reason))
                read++;
            Assert.True(webhook is null != reason is null);
        }
        Assert.InRange(read, 1, 9_999);
    }

    private static string Many(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
}
