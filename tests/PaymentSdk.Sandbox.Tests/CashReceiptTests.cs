using System.Globalization;
using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests;

public sealed class CashReceiptTests
{
    private const string _receipt = """{"amount":15000,"taxFreeAmount":1000,"orderId":"order-000001","orderName":"양말","type":"소득공제","customerIdentityNumber":"01000001234"}""";

    [Fact]
    public async Task Receipt_is_in_progress_until_the_tax_office_answers_a_day_later()
    {
        await using var shop = await TestGateway.StartAsync();
        var today = Day(shop);

        var issued = await IssueAsync(shop, _receipt);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(1));
        var later = Assert.Single((await ListAsync(shop, today)).Json.GetProperty("data").EnumerateArray());

        Assert.Equal(
            ["receiptKey", "issueNumber", "issueStatus", "amount", "taxFreeAmount", "orderId", "orderName", "type", "transactionType", "businessNumber", "customerIdentityNumber", "failure", "requestedAt", "receiptUrl"],
            issued.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal((200, "IN_PROGRESS", "CONFIRM", "15000", "1000"), (issued.Status, issued["issueStatus"], issued["transactionType"], issued["amount"], issued["taxFreeAmount"]));
        Assert.Equal((issued["receiptKey"], "COMPLETED"), (later.GetProperty("receiptKey").GetString(), later.GetProperty("issueStatus").GetString()));
    }

    [Fact]
    public async Task Tax_office_refuses_a_number_without_an_owner_and_the_order_may_have_another()
    {
        await using var shop = await TestGateway.StartAsync();
        var today = Day(shop);
        await IssueAsync(shop, _receipt.Replace("01000001234", "00000000000"));

        shop.Gateway.AdvanceClock(TimeSpan.FromDays(1));
        var failed = (await ListAsync(shop, today)).Json.GetProperty("data")[0];

        Assert.Equal(("FAILED", "NTS_ERROR"), (failed.GetProperty("issueStatus").GetString(), failed.GetProperty("failure").GetProperty("code").GetString()));
        Assert.Equal(200, (await IssueAsync(shop, _receipt)).Status);
    }

    [Fact]
    public async Task Cancel_has_its_own_key_and_never_exceeds_the_balance()
    {
        await using var shop = await TestGateway.StartAsync();
        var key = (await IssueAsync(shop, _receipt))["receiptKey"];

        var part = await CancelAsync(shop, key, """{"amount":5000}""");
        var more = await CancelAsync(shop, key, """{"amount":10001}""");
        var rest = await CancelAsync(shop, key, "{}");

        Assert.Equal(($"c_{key}", "CANCEL", "5000"), (part["receiptKey"], part["transactionType"], part["amount"]));
        Assert.Equal((400, "INVALID_REQUEST"), more.Error);
        Assert.Equal("10000", rest["amount"]);
        Assert.Equal((404, "NOT_FOUND_RECEIPT"), (await CancelAsync(shop, "rcpt_none", "{}")).Error);
        Assert.Equal(200, (await IssueAsync(shop, _receipt)).Status);
    }

    [Fact]
    public async Task Day_is_listed_page_by_page_behind_a_cursor()
    {
        await using var shop = await TestGateway.StartAsync();
        for (var i = 0; i < 3; i++)
            await IssueAsync(shop, _receipt.Replace("order-000001", $"order-00000{i}"));

        var first = (await ListAsync(shop, Day(shop), "&limit=2")).Json;
        var last = (await ListAsync(shop, Day(shop), $"&limit=2&cursor={first.GetProperty("lastCursor")}")).Json;
        var empty = (await ListAsync(shop, "2020-01-01")).Json;

        Assert.Equal((true, "order-000000,order-000001"), (first.GetProperty("hasNext").GetBoolean(), Orders(first)));
        Assert.Equal((false, "order-000002"), (last.GetProperty("hasNext").GetBoolean(), Orders(last)));
        Assert.Equal((false, 0), (empty.GetProperty("hasNext").GetBoolean(), empty.GetProperty("data").GetArrayLength()));
    }

    [Theory]
    [InlineData("소득공제", "기타", "INVALID_CASH_RECEIPT_INFO")]
    [InlineData("01000001234", "010-0000-1234", "INVALID_CASH_RECEIPT_INFO")]
    [InlineData("소득공제\",\"customerIdentityNumber\":\"01000001234", "지출증빙\",\"customerIdentityNumber\":\"123", "INVALID_BUSINESS_NUMBER")]
    [InlineData("15000", "0", "INVALID_REQUEST")]
    [InlineData("15000", "999", "INVALID_REQUEST")]
    [InlineData("\"orderName\":\"양말\",", "", "INVALID_REQUEST")]
    public async Task Wrong_request_issues_nothing(string part, string wrong, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await IssueAsync(shop, _receipt.Replace(part, wrong))).Error);
        Assert.Equal(200, (await IssueAsync(shop, _receipt)).Status);
        Assert.Equal((400, "DUPLICATED_CASH_RECEIPT"), (await IssueAsync(shop, _receipt)).Error);
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.GetAsync("/v1/cash-receipts")).Error);
        Assert.Equal((400, "INVALID_DATE"), (await ListAsync(shop, "20261123")).Error);
        Assert.Equal((400, "EXCEED_MAX_QUERY_LIMIT"), (await ListAsync(shop, Day(shop), "&limit=10001")).Error);
    }

    private static string Orders(JsonElement page) => string.Join(',', page.GetProperty("data").EnumerateArray().Select(receipt => receipt.GetProperty("orderId").GetString()));

    private static string Day(TestGateway shop) => shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<Answer> IssueAsync(TestGateway shop, string body) => shop.PostAsync("/v1/cash-receipts", body);

    private static Task<Answer> CancelAsync(TestGateway shop, string? key, string body) => shop.PostAsync($"/v1/cash-receipts/{key}/cancel", body);

    private static Task<Answer> ListAsync(TestGateway shop, string day, string more = "") => shop.GetAsync($"/v1/cash-receipts?requestDate={day}{more}");
}
