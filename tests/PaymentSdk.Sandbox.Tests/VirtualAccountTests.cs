namespace PaymentSdk.Sandbox.Tests;

public sealed class VirtualAccountTests
{
    private const string _refund = """{"cancelReason":"x","refundReceiveAccount":{"bank":"20","accountNumber":"12345","holderName":"김토스"}}""";

    [Fact]
    public async Task Deposit_and_its_reversal_move_a_virtual_account_and_its_money()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");

        var waiting = await shop.GetPaymentAsync(paymentKey);
        var account = waiting.Json.GetProperty("virtualAccount");
        Assert.Equal(("WAITING_FOR_DEPOSIT", ""), (waiting["status"], waiting["approvedAt"]));
        Assert.Matches("^X[0-9]{13}$", account.GetProperty("accountNumber").GetString());
        Assert.Equal(("20", "NONE", "False"), (account.GetProperty("bankCode").GetString(), account.GetProperty("refundStatus").GetString(), $"{account.GetProperty("expired")}"));
        Assert.Empty(shop.Operations(paymentKey));

        Assert.Equal("DONE", shop.Gateway.Deposit(paymentKey).Status);
        Assert.NotEqual("", (await shop.GetPaymentAsync(paymentKey))["approvedAt"]);
        Assert.Equal("WAITING_FOR_DEPOSIT", shop.Gateway.ReverseDeposit(paymentKey).Status);
        shop.Gateway.Deposit(paymentKey);

        Assert.Equal(["deposit", "reversal", "deposit"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Deadline_leaves_the_status_and_marks_the_account()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");

        shop.Gateway.AdvanceClock(TimeSpan.FromDays(7));

        var payment = await shop.GetPaymentAsync(paymentKey);
        Assert.Equal(("WAITING_FOR_DEPOSIT", "True"), (payment["status"], $"{payment.Json.GetProperty("virtualAccount").GetProperty("expired")}"));
        Assert.ThrowsAny<InvalidOperationException>(() => shop.Gateway.Deposit(paymentKey));
    }

    [Fact]
    public async Task Before_the_deposit_only_a_full_cancel_is_possible_and_no_money_moves()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");

        var partial = await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""");
        var full = await shop.CancelAsync(paymentKey, """{"cancelReason":"x"}""");

        Assert.Equal((403, "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT"), partial.Error);
        Assert.Equal((200, "CANCELED"), (full.Status, full["status"]));
        Assert.Empty(shop.Operations(paymentKey));
    }

    [Theory]
    [InlineData("""{"cancelReason":"x"}""", 400, "INVALID_REFUND_ACCOUNT_INFO")]
    [InlineData("""{"cancelReason":"x","refundReceiveAccount":{"bank":"20"}}""", 400, "INVALID_REQUEST")]
    [InlineData("""{"cancelReason":"x","refundReceiveAccount":{"bank":"xx","accountNumber":"1","holderName":"a"}}""", 400, "INVALID_BANK")]
    [InlineData("""{"cancelReason":"x","refundReceiveAccount":{"bank":"20","accountNumber":"1-2","holderName":"a"}}""", 400, "INVALID_REFUND_ACCOUNT_NUMBER")]
    [InlineData("""{"cancelReason":"x","refundReceiveAccount":{"bank":"20","accountNumber":"123456789012345678901","holderName":"a"}}""", 400, "INVALID_REFUND_ACCOUNT_NUMBER")]
    public async Task After_the_deposit_a_cancel_needs_an_account_to_pay_to(string body, int status, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");
        shop.Gateway.Deposit(paymentKey);

        Assert.Equal((status, code), (await shop.CancelAsync(paymentKey, body)).Error);
        Assert.Equal(["deposit"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Refund_of_a_deposit_is_pending_for_two_days()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");
        shop.Gateway.Deposit(paymentKey);

        var canceled = await shop.CancelAsync(paymentKey, _refund);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(2));
        var later = await shop.GetPaymentAsync(paymentKey);

        Assert.Equal(("CANCELED", "PENDING", "COMPLETED"), (canceled["status"], RefundStatus(canceled), RefundStatus(later)));
        Assert.Equal(["deposit", "cancel"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Refund_that_the_bank_cannot_pay_ends_FAILED_and_beside_one_that_it_could_PARTIAL_FAILED()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: "VIRTUAL_ACCOUNT");
        shop.Gateway.Deposit(paymentKey);
        await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", """[{"operation":"cancel","kind":"refund-payout-failed","count":1}]""");
        var part = _refund.Replace("\"x\"", "\"x\",\"cancelAmount\":5000", StringComparison.Ordinal);

        var pending = await shop.CancelAsync(paymentKey, part);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(2));
        var failed = await shop.GetPaymentAsync(paymentKey);
        await shop.CancelAsync(paymentKey, part);
        var again = await shop.GetPaymentAsync(paymentKey);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(2));
        var mixed = await shop.GetPaymentAsync(paymentKey);

        Assert.Equal(["PENDING", "FAILED", "PENDING", "PARTIAL_FAILED"], new[] { pending, failed, again, mixed }.Select(RefundStatus));
        Assert.Equal(["deposit", "cancel", "cancel"], shop.Operations(paymentKey));
    }

    private static string? RefundStatus(Answer answer) => answer.Json.GetProperty("virtualAccount").GetProperty("refundStatus").GetString();
}
