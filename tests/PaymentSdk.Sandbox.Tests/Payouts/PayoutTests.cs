using System.Globalization;
using System.Text;
using PaymentSdk.Sandbox.Tests.Delivery;
using static PaymentSdk.Sandbox.Tests.Payouts.PayoutShop;

namespace PaymentSdk.Sandbox.Tests.Payouts;

public sealed class PayoutTests
{
    [Fact]
    public async Task Express_payout_is_in_progress_at_once_and_sends_a_signed_webhook_when_it_is_paid()
    {
        await using var hook = await WebhookShop.StartAsync(options => options.SignsWithKeyText = true);
        var shop = hook.Gateway;
        var seller = await shop.RegisterAsync();

        var payout = Item(await shop.PayOutAsync(seller));
        shop.Gateway.AdvanceClock(TimeSpan.FromHours(1));
        await hook.SentAsync();

        Assert.Equal(
            ["id", "refPayoutId", "destination", "scheduleType", "payoutDate", "amount", "transactionDescription", "requestedAt", "status", "error", "metadata"],
            payout.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("EXPRESS", "IN_PROGRESS", "", "5000.0"), (Text(payout, "scheduleType"), Text(payout, "status"), Text(payout, "payoutDate"), payout.GetProperty("amount").GetProperty("value").GetRawText()));
        Assert.StartsWith("FPA_", Text(payout, "id"), StringComparison.Ordinal);
        Assert.Equal("COMPLETED", Text(Body(await shop.GetAsync($"/v2/payouts/{Text(payout, "id")}")), "status"));
        var reported = hook.Received.Single(message => message.Text.StartsWith("{\"eventType\":\"payout.changed\"", StringComparison.Ordinal));
        Assert.Equal(("payout.changed", "COMPLETED"), (Text(reported.Json, "eventType"), Text(reported.Json.GetProperty("entityBody"), "status")));
        Assert.Equal(Signatures.Of(reported, Encoding.ASCII.GetBytes(SecretBody.Key)), reported.Headers["tosspayments-webhook-signature"]);
    }

    [Fact]
    public async Task Scheduled_payout_waits_for_its_day_and_can_be_canceled_until_then()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var kept = Text(Item(await shop.PayOutAsync(seller, day: shop.WorkingDay())), "id");
        var canceled = Text(Item(await shop.PayOutAsync(seller, day: shop.WorkingDay())), "id");

        Assert.Equal("CANCELED", Text(Body(await shop.PostAsync($"/v2/payouts/{canceled}/cancel", "{}")), "status"));
        Assert.Equal((403, "FORBIDDEN_REQUEST"), ((await shop.PostAsync($"/v2/payouts/{canceled}/cancel", "{}")).Status, Code(await shop.PostAsync($"/v2/payouts/{canceled}/cancel", "{}"))));
        Assert.Equal("REQUESTED", await StatusAsync(kept));
        shop.Gateway.AdvanceClock(DateTimeOffset.ParseExact($"{shop.WorkingDay()}+09:00", "yyyy-MM-ddzzz", CultureInfo.InvariantCulture) - shop.Gateway.Now);
        Assert.Equal("IN_PROGRESS", await StatusAsync(kept));
        shop.Gateway.AdvanceClock(TimeSpan.FromHours(10));
        Assert.Equal(("COMPLETED", "CANCELED"), (await StatusAsync(kept), await StatusAsync(canceled)));

        async Task<string?> StatusAsync(string? id) => Text(Body(await shop.GetAsync($"/v2/payouts/{id}")), "status");
    }

    [Fact]
    public async Task Bank_refuses_an_account_without_an_owner_and_the_money_comes_back()
    {
        await using var hook = await WebhookShop.StartAsync();
        var shop = hook.Gateway;
        var seller = await shop.RegisterAsync(Seller.Replace("100123456789", "0000"));
        var payout = Item(await shop.PayOutAsync(seller));
        Assert.Equal("99995000.0", await AvailableAsync(shop));

        shop.Gateway.AdvanceClock(TimeSpan.FromHours(1));
        await hook.SentAsync();

        var reported = hook.Received.Single(message => message.Text.StartsWith("{\"eventType\":\"payout.changed\"", StringComparison.Ordinal)).Json.GetProperty("entityBody");
        Assert.Equal((Text(payout, "id"), "FAILED", "INVALID_ACCOUNT_NUMBER"), (Text(reported, "id"), Text(reported, "status"), Text(reported.GetProperty("error"), "code")));
        Assert.Equal("100000000.0", await AvailableAsync(shop));
    }

    [Fact]
    public async Task Bank_can_be_simulated_before_its_time()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var (first, second) = (Text(Item(await shop.PayOutAsync(seller)), "id"), Text(Item(await shop.PayOutAsync(seller)), "id"));

        Assert.Equal("COMPLETED", (await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payouts/{first}/complete"))["status"]);
        Assert.Equal("FAILED", (await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payouts/{second}/fail"))["status"]);
        Assert.Equal(409, (await shop.ControlAsync(HttpMethod.Post, $"/sandbox/payouts/{second}/complete")).Status);
        Assert.Equal(404, (await shop.ControlAsync(HttpMethod.Post, "/sandbox/payouts/none/complete")).Status);
    }

    [Fact]
    public async Task Many_at_once_are_all_or_none_and_a_repeated_call_pays_twice_but_not_under_one_key()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var one = Payout(seller, 1000);

        Assert.Equal("NOT_FOUND", Code(await shop.PostSealedAsync("/v2/payouts", $"[{one},{Payout("nobody")}]")));
        Assert.Empty(await ItemsAsync(""));
        Assert.Equal(2, Body(await shop.PostSealedAsync("/v2/payouts", $"[{one},{one}]", "key-1")).GetProperty("items").GetArrayLength());
        await shop.PostSealedAsync("/v2/payouts", $"[{one},{one}]", "key-1");
        Assert.Equal(2, (await ItemsAsync("?limit=1000")).Length);
        await shop.PostSealedAsync("/v2/payouts", one, "key-2");
        Assert.Equal(3, (await ItemsAsync("?limit=1000")).Length);
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostSealedAsync("/v2/payouts", $"[{string.Join(',', Enumerable.Repeat(one, 101))}]")));
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostSealedAsync("/v2/payouts", "[]")));

        async Task<string?[]> ItemsAsync(string query) =>
            [.. Body(await shop.GetAsync($"/v2/payouts{query}")).GetProperty("items").EnumerateArray().Select(item => Text(item, "id"))];
    }

    [Fact]
    public async Task Hundred_payouts_with_all_their_metadata_go_in_one_call()
    {
        await using var shop = await TestGateway.StartAsync();
        var metadata = string.Join(',', Enumerable.Range(0, 5).Select(i => $"\"{i}{new string('k', 39)}\":\"{new string('가', 500)}\""));
        var one = Payout(await shop.RegisterAsync(), 1).Replace("\"transactionDescription\"", $"\"metadata\":{{{metadata}}},\"transactionDescription\"");

        var made = await shop.PostSealedAsync("/v2/payouts", $"[{string.Join(',', Enumerable.Repeat(one, 100))}]");

        Assert.Equal(100, Body(made).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Payouts_are_listed_by_their_days()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var (near, far) = (shop.WorkingDay(), shop.WorkingDay(30));
        await shop.PayOutAsync(seller, day: near);
        await shop.PayOutAsync(seller, day: far);

        Assert.Equal(near, Text(Item(await shop.GetAsync($"/v2/payouts?payoutDateGte={near}&payoutDateLte={near}")), "payoutDate"));
        Assert.Equal(far, Text(Item(await shop.GetAsync($"/v2/payouts?payoutDateGte={far}&status=REQUESTED")), "payoutDate"));
        Assert.Equal("INVALID_DATE", Code(await shop.GetAsync("/v2/payouts?payoutDateGte=soon")));
        Assert.Equal("PAYOUT_NOT_FOUND", Code(await shop.GetAsync("/v2/payouts/FPA_none")));
    }

    [Fact]
    public async Task Payouts_of_more_than_ten_million_in_a_week_require_documents()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        await shop.PayOutAsync(seller, 10_000_000);

        Assert.Equal("FORBIDDEN_REQUEST", Code(await shop.PayOutAsync(seller, 1)));
        Assert.Equal("KYC_REQUIRED", Text(Body(await shop.GetAsync($"/v2/sellers/{seller}")), "status"));
        await shop.ControlAsync(HttpMethod.Post, $"/sandbox/sellers/{seller}/status", """{"status":"APPROVED"}""");
        Assert.Equal(200, (await shop.PayOutAsync(seller, 1)).Status);
        Assert.Equal("NOT_ENOUGH_AMOUNT", Code(await shop.PayOutAsync(seller, 90_000_000)));
    }

    [Theory]
    [InlineData("\"scheduleType\":\"EXPRESS\"", "\"scheduleType\":\"SOON\"", "INVALID_REQUEST")]
    [InlineData("\"scheduleType\":\"EXPRESS\"", "\"scheduleType\":\"SCHEDULED\"", "INVALID_REQUEST")]
    [InlineData("\"scheduleType\":\"EXPRESS\"", "\"scheduleType\":\"SCHEDULED\",\"payoutDate\":\"2020-01-02\"", "INVALID_PAYABLE_DATE")]
    [InlineData("\"scheduleType\":\"EXPRESS\"", "\"scheduleType\":\"SCHEDULED\",\"payoutDate\":\"soon\"", "INVALID_DATE")]
    [InlineData("정산", "여덟글자가넘어요", "INVALID_REQUEST")]
    [InlineData("KRW", "USD", "INVALID_REQUEST")]
    [InlineData("5000", "0", "INVALID_REQUEST")]
    [InlineData("5000", "0.5", "INVALID_REQUEST")]
    public async Task Wrong_payout_is_refused(string part, string wrong, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var body = Payout(await shop.RegisterAsync()).Replace(part, wrong);

        Assert.Equal(code, Code(await shop.PostSealedAsync("/v2/payouts", body)));
    }

    [Fact]
    public async Task Payout_on_a_weekend_is_refused()
    {
        await using var shop = await TestGateway.StartAsync();
        var day = shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Sunday)
            day = day.AddDays(1);

        Assert.Equal("NOT_ALLOWED_HOLIDAY", Code(await shop.PayOutAsync(await shop.RegisterAsync(), day: day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Faults_are_applied_to_payouts_inside_the_envelope()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Payout, SandboxFaultKind.WrongAmount) { Count = 1 },
            new SandboxFault(SandboxOperation.Payout, SandboxFaultKind.WrongPayment) { Count = 1 },
            new SandboxFault(SandboxOperation.Payout, SandboxFaultKind.Status500) { Count = 1 },
            new SandboxFault(SandboxOperation.Payout, SandboxFaultKind.Html502) { Count = 1 });

        Assert.Equal("5100.0", Item(await shop.PayOutAsync(seller)).GetProperty("amount").GetProperty("value").GetRawText());
        Assert.Equal("another-payout", Text(Item(await shop.PayOutAsync(seller)), "refPayoutId"));
        Assert.Equal("FAILED_INTERNAL_SYSTEM_PROCESSING", Code(await shop.PayOutAsync(seller)));
        Assert.Equal((502, "text/html"), (await shop.PostTokenAsync("/v2/payouts", SecretBody.Seal(Payout(seller))) is var page ? page.Status : 0, page.Headers["Content-Type"]));
    }

    private static async Task<string> AvailableAsync(TestGateway shop)
    {
        var balance = await shop.GetAsync("/v2/balances");
        Assert.Equal("balance", balance["entityType"]);
        return Body(balance).GetProperty("availableAmount").GetProperty("value").GetRawText();
    }
}
