using System.Globalization;
using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests;

public sealed class TransactionTests
{
    private const string _all = "startDate=2020-01-01&endDate=2099-01-01T23:59:59";

    [Fact]
    public async Task Each_money_movement_is_one_transaction_with_the_key_of_the_payment_and_its_cancels()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        var approved = (await shop.GetPaymentAsync(paymentKey))["lastTransactionKey"];
        var canceled = await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":4000}""");
        await shop.CancelAsync(shop.Authenticate("order-000002"), """{"cancelReason":"never confirmed"}""");

        var lines = (await shop.GetAsync($"/v1/transactions?{_all}")).Json.EnumerateArray().ToArray();

        Assert.Equal(
            [$"{approved} DONE 15000", $"{canceled["lastTransactionKey"]} PARTIAL_CANCELED -4000"],
            lines.Select(line => $"{line.GetProperty("transactionKey")} {line.GetProperty("status")} {line.GetProperty("amount")}"));
        Assert.Equal(
            ["mId", "transactionKey", "paymentKey", "orderId", "method", "customerKey", "useEscrow", "receiptUrl", "status", "transactionAt", "currency", "amount"],
            lines[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            (paymentKey, TestGateway.OrderId, "카드", "KRW"),
            (Text(lines[0], "paymentKey"), Text(lines[0], "orderId"), Text(lines[0], "method"), Text(lines[0], "currency")));
        Assert.Equal(canceled.Json.GetProperty("cancels")[0].GetProperty("canceledAt").GetString(), Text(lines[1], "transactionAt"));
    }

    [Fact]
    public async Task Virtual_account_has_transactions_for_its_issue_deposit_reversal_and_refund()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");
        var issued = (await shop.GetPaymentAsync(paymentKey))["lastTransactionKey"];
        shop.Gateway.Deposit(paymentKey);
        shop.Gateway.ReverseDeposit(paymentKey);
        shop.Gateway.Deposit(paymentKey);
        shop.Gateway.CancelAtDashboard(paymentKey);

        var lines = (await shop.GetAsync($"/v1/transactions?{_all}")).Json.EnumerateArray();

        Assert.Equal(
            ["WAITING_FOR_DEPOSIT 0", "DONE 15000", "WAITING_FOR_DEPOSIT -15000", "DONE 15000", "CANCELED -15000"],
            lines.Select(line => $"{line.GetProperty("status")} {line.GetProperty("amount")}"));
        Assert.Equal(
            shop.Payment(paymentKey).Executions.Select(execution => execution.TransactionKey).Prepend(issued),
            (await shop.GetAsync($"/v1/transactions?{_all}")).Json.EnumerateArray().Select(line => Text(line, "transactionKey")));
    }

    [Fact]
    public async Task Day_is_Korean_and_a_bare_end_date_leaves_that_day_out()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.PayAsync();
        var today = shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var tomorrow = shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        int[] counts =
        [
            await CountAsync($"startDate={today}&endDate={tomorrow}"),
            await CountAsync($"startDate=2020-01-01&endDate={today}"),
            await CountAsync($"startDate={today}T00:00:00&endDate={today}T23:59:59"),
            await CountAsync($"startDate={today}T00%3A00%3A00.000&endDate={today}T23%3A59%3A59.999"),
        ];
        Assert.Equal([1, 0, 1, 1], counts);

        async Task<int> CountAsync(string query) => (await shop.GetAsync($"/v1/transactions?{query}")).Json.GetArrayLength();
    }

    [Fact]
    public async Task Pages_continue_after_the_last_key_until_one_has_fewer_transactions_than_the_limit()
    {
        await using var shop = await TestGateway.StartAsync();
        for (var i = 0; i < 5; i++)
            await shop.PayAsync($"order-00000{i}");

        var orders = new List<string?>();
        var (after, count) = ("", 2);
        while (count == 2)
        {
            var page = (await shop.GetAsync($"/v1/transactions?{_all}&limit=2{after}")).Json.EnumerateArray().ToArray();
            orders.AddRange(page.Select(line => Text(line, "orderId")));
            (after, count) = ($"&startingAfter={Text(page[^1], "transactionKey")}", page.Length);
        }

        Assert.Equal(["order-000000", "order-000001", "order-000002", "order-000003", "order-000004"], orders);
    }

    [Theory]
    [InlineData("endDate=2026-01-01", "INVALID_REQUEST")]
    [InlineData("startDate=2026-01-01", "INVALID_REQUEST")]
    [InlineData("startDate=yesterday&endDate=2026-01-01", "INVALID_DATE")]
    [InlineData("startDate=2026-02-30&endDate=2026-03-01", "INVALID_DATE")]
    [InlineData("startDate=2026-01-02&endDate=2026-01-01", "INVALID_DATE")]
    [InlineData(_all + "&limit=0", "INVALID_REQUEST")]
    [InlineData(_all + "&limit=many", "INVALID_REQUEST")]
    [InlineData(_all + "&limit=5001", "EXCEED_MAX_QUERY_LIMIT")]
    [InlineData(_all + "&startingAfter=txrd_none", "INVALID_TRANSACTION_KEY")]
    public async Task Wrong_query_is_refused(string query, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await shop.GetAsync($"/v1/transactions?{query}")).Error);
    }

    [Fact]
    public async Task Faults_are_applied_to_the_list()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.PayAsync();
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Transactions, SandboxFaultKind.Status429) { Count = 1 },
            new SandboxFault(SandboxOperation.Transactions, SandboxFaultKind.WrongAmount) { Count = 1 },
            new SandboxFault(SandboxOperation.Transactions, SandboxFaultKind.WrongPayment) { Count = 1 });

        Assert.Equal(429, (await shop.GetAsync($"/v1/transactions?{_all}")).Status);
        Assert.Equal(15_100, (await shop.GetAsync($"/v1/transactions?{_all}")).Json[0].GetProperty("amount").GetDecimal());
        Assert.Equal("another-order", Text((await shop.GetAsync($"/v1/transactions?{_all}")).Json[0], "orderId"));
        Assert.Equal(404, (await shop.PostAsync("/v1/transactions", "{}")).Status);
    }

    private static string? Text(JsonElement line, string member) => line.GetProperty(member).GetString();
}
