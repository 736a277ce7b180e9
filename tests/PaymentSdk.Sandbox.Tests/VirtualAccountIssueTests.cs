using System.Globalization;

namespace PaymentSdk.Sandbox.Tests;

public sealed class VirtualAccountIssueTests
{
    private const string _account = """{"amount":15000,"orderId":"order-000001","orderName":"양말","customerName":"김토스","bank":"우리"}""";

    [Theory]
    [InlineData("우리", "20")]
    [InlineData("우리은행", "20")]
    [InlineData("WOORI", "20")]
    [InlineData("20", "20")]
    [InlineData("03", "03")]
    public async Task Account_is_issued_at_the_bank_in_any_spelling_and_waits(string bank, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await IssueAsync(shop, _account.Replace("우리", bank));

        Assert.Equal((200, "WAITING_FOR_DEPOSIT", "가상계좌", "15000"), (answer.Status, answer["status"], answer["method"], answer["balanceAmount"]));
        var account = answer.Json.GetProperty("virtualAccount");
        Assert.Equal(
            (code, "김토스", "일반", "NONE"),
            (account.GetProperty("bankCode").GetString(), account.GetProperty("customerName").GetString(), account.GetProperty("accountType").GetString(), account.GetProperty("refundStatus").GetString()));
        var due = DateTimeOffset.Parse(account.GetProperty("dueDate").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(due, shop.Gateway.Now.AddHours(167), shop.Gateway.Now.AddHours(168));
        Assert.Equal("DONE", shop.Gateway.Deposit(answer["paymentKey"]!).Status);
    }

    [Fact]
    public async Task Requested_cash_receipt_is_issued_with_the_deposit()
    {
        await using var shop = await TestGateway.StartAsync();
        var answer = await IssueAsync(shop, _account.Replace("}", ",\"useEscrow\":true,\"cashReceipt\":{\"type\":\"소득공제\",\"registrationNumber\":\"01000001234\"}}"));
        Assert.Equal(("True", ""), (answer["useEscrow"], answer["cashReceipt"]));

        shop.Gateway.Deposit(answer["paymentKey"]!);

        var receipt = (await shop.GetPaymentAsync(answer["paymentKey"]!)).Json.GetProperty("cashReceipt");
        Assert.Equal(("소득공제", 15_000m), (receipt.GetProperty("type").GetString(), receipt.GetProperty("amount").GetDecimal()));
        Assert.Matches("^[0-9]{9}$", receipt.GetProperty("issueNumber").GetString());
    }

    [Fact]
    public async Task Fixed_account_has_the_number_of_its_key()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await IssueAsync(shop, _account.Replace("}", ",\"accountType\":\"고정\",\"accountKey\":\"1234567890123\"}"));

        var account = answer.Json.GetProperty("virtualAccount");
        Assert.Equal(("고정", "X1234567890123"), (account.GetProperty("accountType").GetString(), account.GetProperty("accountNumber").GetString()));
    }

    [Theory]
    [InlineData("\"validHours\":2161", "EXCEED_MAX_VALID_HOURS")]
    [InlineData("\"validHours\":0", "INVALID_REQUEST")]
    [InlineData("\"validHours\":24,\"dueDate\":\"2099-01-01T00:00:00\"", "EXCEED_MAX_DUE_DATE")]
    [InlineData("\"dueDate\":\"2020-01-01T00:00:00\"", "INVALID_DATE")]
    [InlineData("\"dueDate\":\"tomorrow\"", "INVALID_DATE")]
    [InlineData("\"accountType\":\"고정\"", "REQUIRED_ACCOUNT_KEY")]
    [InlineData("\"accountType\":\"other\"", "INVALID_VIRTUAL_ACCOUNT_TYPE")]
    [InlineData("\"cashReceipt\":{\"type\":\"소득공제\"}", "INVALID_CASH_RECEIPT_INFO")]
    [InlineData("\"customerMobilePhone\":\"010-1234\"", "INVALID_REQUEST")]
    [InlineData("\"taxFreeAmount\":15001", "INVALID_REQUEST")]
    public async Task Wrong_request_issues_nothing(string more, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await IssueAsync(shop, _account.Replace("}", $",{more}}}"))).Error);
        Assert.Equal((400, "INVALID_BANK"), (await IssueAsync(shop, _account.Replace("우리", "없는"))).Error);
        Assert.Empty(shop.Gateway.ReadPayments());
    }

    [Fact]
    public async Task Deadline_is_given_in_hours_or_as_a_Korean_time_but_not_both()
    {
        await using var shop = await TestGateway.StartAsync();
        var due = shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).AddDays(2).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

        var both = await IssueAsync(shop, _account.Replace("}", $",\"dueDate\":\"{due}\",\"validHours\":24}}"));
        var dated = await IssueAsync(shop, _account.Replace("}", $",\"dueDate\":\"{due}\"}}"));

        Assert.Equal((400, "INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE"), both.Error);
        Assert.Equal($"{due}+09:00", dated.Json.GetProperty("virtualAccount").GetProperty("dueDate").GetString());
        Assert.Equal((400, "DUPLICATED_ORDER_ID"), (await IssueAsync(shop, _account)).Error);
    }

    [Theory]
    [InlineData("\"accountKey\":\"1234567890123\"", "고정", "X1234567890123")]
    [InlineData("\"accountKey\":\"1234567890123\",\"accountType\":\"고정\"", "고정", "X1234567890123")]
    [InlineData("\"accountKey\":\"1234567890123\",\"accountType\":\"일반\"", "일반", null)]
    public async Task An_account_key_alone_fixes_the_account(string more, string type, string? number)
    {
        await using var shop = await TestGateway.StartAsync();

        var account = (await IssueAsync(shop, _account.Replace("}", $",{more}}}"))).Json.GetProperty("virtualAccount");

        Assert.Equal(type, account.GetProperty("accountType").GetString());
        if (number is not null)
            Assert.Equal(number, account.GetProperty("accountNumber").GetString());
        else
            Assert.NotEqual("X1234567890123", account.GetProperty("accountNumber").GetString());
    }

    private static Task<Answer> IssueAsync(TestGateway shop, string body) => shop.PostAsync("/v1/virtual-accounts", body);
}
