using System.Globalization;

namespace PaymentSdk.Sandbox.Tests;

public sealed class SettlementTests
{
    [Fact]
    public async Task Payment_is_settled_from_the_next_day_with_its_fee_and_a_cancel_reverses_both()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":5000}""");
        var today = Day(shop, 0);
        Assert.Empty((await shop.GetAsync($"/v1/settlements?startDate={today}&endDate={today}")).Json.EnumerateArray());

        shop.Gateway.AdvanceClock(TimeSpan.FromDays(1));
        var rows = (await shop.GetAsync($"/v1/settlements?startDate={today}&endDate={today}")).Json.EnumerateArray().ToArray();

        Assert.Equal(
            ["15000 495 450 45 14505", "-5000 -165 -150 -15 -4835"],
            rows.Select(row => $"{row.GetProperty("amount")} {row.GetProperty("fees")[0].GetProperty("fee")} {row.GetProperty("supplyAmount")} {row.GetProperty("vat")} {row.GetProperty("payOutAmount")}"));
        Assert.Equal((today, paymentKey), (rows[0].GetProperty("soldDate").GetString(), rows[0].GetProperty("paymentKey").GetString()));
        Assert.Equal("61", rows[0].GetProperty("card").GetProperty("issuerCode").GetString());
        Assert.Equal(5000, rows[1].GetProperty("cancel").GetProperty("cancelAmount").GetDecimal());
        Assert.Equal("null", rows[0].GetProperty("cancel").GetRawText());
    }

    [Theory]
    [InlineData("CARD", true, true)]
    [InlineData("EASY_PAY", true, true)]
    [InlineData("TRANSFER", false, true)]
    [InlineData("VIRTUAL_ACCOUNT", false, false)]
    public async Task Every_row_has_its_fee_and_some_have_no_fees_and_no_transaction_key_as_recorded_ones(string method, bool hasFees, bool hasKey)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: method);
        if (method == "VIRTUAL_ACCOUNT")
            shop.Gateway.Deposit(paymentKey);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(1));

        var row = Assert.Single((await shop.GetAsync($"/v1/settlements?startDate={Day(shop, -2)}&endDate={Day(shop, 0)}")).Json.EnumerateArray());

        Assert.Equal((495, 14_505), (row.GetProperty("fee").GetDecimal(), row.GetProperty("payOutAmount").GetDecimal()));
        Assert.Equal((hasFees, hasKey), (row.TryGetProperty("fees", out _), row.TryGetProperty("transactionKey", out _)));
    }

    [Fact]
    public async Task Day_of_payment_out_can_be_requested_and_pages_are_numbered_from_one()
    {
        await using var shop = await TestGateway.StartAsync();
        for (var i = 0; i < 3; i++)
            await shop.PayAsync($"order-00000{i}");
        var (today, paid) = (Day(shop, 0), Day(shop, 3));
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(1));

        int[] counts =
        [
            await CountAsync($"startDate={paid}&endDate={paid}&dateType=paidOutDate&size=2"),
            await CountAsync($"startDate={paid}&endDate={paid}&dateType=paidOutDate&size=2&page=2"),
            await CountAsync($"startDate={paid}&endDate={paid}&dateType=paidOutDate&size=2&page=2147483647"),
            await CountAsync($"startDate={today}&endDate={today}&dateType=paidOutDate"),
        ];
        Assert.Equal([2, 1, 0, 0], counts);
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.GetAsync($"/v1/settlements?startDate={paid}&endDate={paid}&page=0")).Error);
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.GetAsync($"/v1/settlements?startDate={paid}&endDate={paid}&dateType=other")).Error);
        Assert.Equal((400, "INVALID_DATE"), (await shop.GetAsync($"/v1/settlements?startDate={paid}T00:00:00&endDate={paid}")).Error);

        async Task<int> CountAsync(string query) => (await shop.GetAsync($"/v1/settlements?{query}")).Json.GetArrayLength();
    }

    [Fact]
    public async Task Manual_settlement_requests_the_acquisition_of_a_paid_payment()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var answer = await SettleAsync(paymentKey);

        Assert.Equal((200, """{"result":true}"""), (answer.Status, answer.Text));
        Assert.Equal("REQUESTED", (await shop.GetPaymentAsync(paymentKey)).Json.GetProperty("card").GetProperty("acquireStatus").GetString());
        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await SettleAsync("tgen_none")).Error);
        Assert.Equal((403, "FORBIDDEN_REQUEST"), (await SettleAsync(shop.Authenticate("order-000002"))).Error);
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.PostAsync("/v1/settlements", "{}")).Error);

        Task<Answer> SettleAsync(string key) => shop.PostAsync("/v1/settlements", $$"""{"paymentKey":"{{key}}"}""");
    }

    private static string Day(TestGateway shop, int ahead) =>
        shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
