using System.Text;

namespace PaymentSdk.Sandbox.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task Payment_made_by_a_control_is_paid_canceled_and_read_with_its_executions()
    {
        await using var shop = await TestGateway.StartAsync();
        var made = await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments", """{"orderId":"order-000001","amount":15000,"orderName":"양말 한 켤레"}""");
        var paymentKey = made["paymentKey"]!;
        await shop.ConfirmAsync(paymentKey, key: "key-1");

        var canceled = await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payments/{paymentKey}/cancel", """{"cancelAmount":5000}""");
        var payments = await shop.ControlAsync(HttpMethod.Get, "/sandbox/payments");

        Assert.Equal((200, "PARTIAL_CANCELED"), (canceled.Status, canceled["status"]));
        var payment = Assert.Single(payments.Json.EnumerateArray());
        Assert.Equal(("양말 한 켤레", paymentKey), (payment.GetProperty("orderName").GetString(), payment.GetProperty("paymentKey").GetString()));
        Assert.Equal(
            ["approve 15000 key-1", "cancel 5000 "],
            payment.GetProperty("executions").EnumerateArray().Select(e => $"{e.GetProperty("operation")} {e.GetProperty("amount")} {e.GetProperty("idempotencyKey")}"));
    }

    [Fact]
    public async Task One_order_id_can_have_several_payments()
    {
        await using var shop = await TestGateway.StartAsync();
        const string body = """{"orderId":"order-000001","amount":15000}""";

        var keys = new[] { await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments", body), await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments", body) };

        Assert.Equal(2, keys.Select(answer => answer["paymentKey"]).Distinct().Count());
    }

    [Fact]
    public async Task Bank_and_time_are_simulated_over_HTTP()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");
        var path = $"/sandbox/payments/{paymentKey}";

        Assert.Equal("DONE", (await shop.ControlAsync(HttpMethod.Post, $"{path}/deposit"))["status"]);
        Assert.Equal("WAITING_FOR_DEPOSIT", (await shop.ControlAsync(HttpMethod.Post, $"{path}/reverse"))["status"]);
        Assert.Equal(200, (await shop.ControlAsync(HttpMethod.Post, $"{path}/expire")).Status);
        Assert.Equal(409, (await shop.ControlAsync(HttpMethod.Post, $"{path}/deposit")).Status);
        Assert.Equal(404, (await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments/tgen_none/deposit")).Status);
    }

    [Fact]
    public async Task Clock_control_expires_waiting_payments()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answer = await shop.ControlAsync(HttpMethod.Post, "/sandbox/clock", """{"advance":"00:11:00"}""");

        Assert.Equal(200, answer.Status);
        Assert.InRange(DateTimeOffset.Parse(answer["now"]!), DateTimeOffset.UtcNow.AddMinutes(10), DateTimeOffset.UtcNow.AddMinutes(12));
        Assert.Equal("EXPIRED", shop.Payment(paymentKey).Status);
    }

    [Fact]
    public async Task Faults_are_armed_in_place_of_those_before_and_cleared()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", """[{"operation":"get","kind":"status-500"}]""");
        await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", """[{"operation":"any","kind":"status-429","count":5,"probability":1,"delay":"00:00:01"}]""");
        Assert.Equal(429, (await shop.GetPaymentAsync("tgen_none")).Status);

        await shop.ControlAsync(HttpMethod.Delete, "/sandbox/faults");

        Assert.Equal(404, (await shop.GetPaymentAsync("tgen_none")).Status);
    }

    [Fact]
    public async Task Every_fault_of_the_table_can_be_armed_by_its_name()
    {
        await using var shop = await TestGateway.StartAsync();
        string[] kinds =
        [
            "close-before-work", "delay-before-work", "status-500", "status-429", "html-502", "unknown-code", "duplicate-order-id",
            "close-after-work", "reset-after-work", "half-body", "stall-body", "delay-after-work", "work-after-answer", "status-500-after-work",
            "html-502-after-work", "unknown-code-after-work", "wrong-payment", "wrong-amount", "replay-5xx", "replay-temporary-4xx", "stale-read",
            "not-found-unconfirmed", "duplicate-webhook", "late-webhook", "reordered-webhook", "forged-webhook", "webhook-before-response",
            "refund-payout-failed",
        ];

        foreach (var kind in kinds)
            Assert.Equal(200, (await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", $$"""[{"operation":"any","kind":"{{kind}}"}]""")).Status);
    }

    [Theory]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"no-such"}]""", "There is no fault 'no-such'. The faults are: close-before-work")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"lunch","kind":"status-500"}]""", "There is no operation 'lunch' for faults. The operations are: any, billing-approve, billing-issue, cancel, confirm, get, key-in, other, payout, transactions, virtual-account, webhook.")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"stale-read"}]""", "stale-read does not apply to confirm.")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"status-500","count":0}]""", "count must be 1 or more")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"status-500","probability":2}]""", "probability must be from 0 to 1")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"stall-body","delay":"soon"}]""", "The delay is not valid")]
    [InlineData("PUT", "/sandbox/faults", """[{"operation":"confirm","kind":"status-500","often":1}]""", "often")]
    [InlineData("PUT", "/sandbox/faults", """{"operation":"confirm"}""", "The control takes [{operation, kind, count?, probability?, delay?}]")]
    [InlineData("PUT", "/sandbox/faults", "[null]", "There is no fault ''")]
    [InlineData("POST", "/sandbox/payments", "null", "The body is missing")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000001"}""", "amount is missing")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000001","amount":1000,"color":"red"}""", "The body is not valid at $.color")]
    [InlineData("POST", "/sandbox/clock", """{"advance":"40000.00:00:00"}""", "is not a time to advance by")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"short","amount":1000}""", "orderId must be 6 to 64 characters")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000001","amount":10.5}""", "The amount 10.5 KRW is not valid")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000001","amount":1000,"method":"GOLD"}""", "The method 'GOLD' is not known")]
    [InlineData("POST", "/sandbox/payments", """{"orderId":"order-000001","amount":1000,"confirmFailure":"NO_SUCH"}""", "NO_SUCH")]
    [InlineData("POST", "/sandbox/payments", "{", "The body is not valid")]
    [InlineData("POST", "/sandbox/clock", """{"advance":"-00:01:00"}""", "'-00:01:00' is not a time to advance by")]
    [InlineData("POST", "/sandbox/clock", """{"advance":7}""", "The body is not valid")]
    public async Task Wrong_body_is_answered_with_its_fault(string method, string path, string body, string expected)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ControlAsync(new HttpMethod(method), path, body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(expected, answer["error"]);
    }

    [Fact]
    public async Task Controls_take_JSON_only()
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/clock")
        {
            Content = new StringContent("""{"advance":"00:11:00"}""", Encoding.UTF8, "text/plain"),
        };

        Assert.Equal(415, (await shop.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("Host", "evil.example", 403)]
    [InlineData("Host", "127.0.0.1.evil.example", 403)]
    [InlineData("Host", "api.tosspayments.com", 403)]
    [InlineData("Host", "localhost", 200)]
    [InlineData("Host", "[::1]:5180", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "http://localhost:1", 403)]
    [InlineData("Origin", "null", 403)]
    public async Task Controls_answer_to_this_machine_and_to_no_foreign_page(string header, string value, int status)
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/sandbox/payments");
        request.Headers.TryAddWithoutValidation(header, value);

        var answer = await shop.SendAsync(request);

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_of_the_gateway_itself_may_use_the_controls()
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/sandbox/payments");
        request.Headers.Add("Origin", shop.Gateway.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(200, (await shop.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Unknown_control_names_those_there_are()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ControlAsync(HttpMethod.Get, "/sandbox/none");

        Assert.Equal(404, answer.Status);
        Assert.Contains("PUT or DELETE /sandbox/faults", answer["error"]);
    }
}
