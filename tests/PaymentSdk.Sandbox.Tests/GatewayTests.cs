using PaymentSdk.Sandbox.Tests.Payouts;

namespace PaymentSdk.Sandbox.Tests;

public sealed class GatewayTests
{
    [Fact]
    public async Task Buyer_and_bank_are_simulated_by_methods_as_by_controls()
    {
        await using var shop = await TestGateway.StartAsync();
        var seller = await shop.RegisterAsync();
        var first = (await shop.PayOutAsync(seller)) is var one ? PayoutShop.Text(PayoutShop.Item(one), "id")! : "";
        var second = (await shop.PayOutAsync(seller)) is var two ? PayoutShop.Text(PayoutShop.Item(two), "id")! : "";

        shop.Gateway.CompletePayout(first);
        shop.Gateway.FailPayout(second);
        shop.Gateway.JudgeSeller(seller, "APPROVED");
        var methodKey = shop.Gateway.RegisterBrandPayMethod("customer-0001");

        Assert.Equal("COMPLETED", PayoutShop.Text(PayoutShop.Body(await shop.GetAsync($"/v2/payouts/{first}")), "status"));
        Assert.Equal("FAILED", PayoutShop.Text(PayoutShop.Body(await shop.GetAsync($"/v2/payouts/{second}")), "status"));
        Assert.Equal("APPROVED", PayoutShop.Text(PayoutShop.Body(await shop.GetAsync($"/v2/sellers/{seller}")), "status"));
        Assert.Contains(methodKey, (await shop.GetAsync("/v1/brandpay/payments/methods/customer-0001")).Text);
        Assert.Equal(40, shop.Gateway.SignInToBrandPay("customer-0001").Length);
        Assert.Throws<InvalidOperationException>(() => shop.Gateway.CompletePayout(second));
        Assert.Throws<InvalidOperationException>(() => shop.Gateway.DecideCancel("tgen_none"));
        Assert.Throws<ArgumentException>(() => shop.Gateway.JudgeSeller(seller, "GOOD"));
        Assert.Throws<ArgumentException>(() => shop.Gateway.RegisterBrandPayMethod("c"));
    }

    [Fact]
    public async Task A_started_gateway_knows_the_payment_that_a_buyer_authenticated()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var key = gateway.AuthenticatePayment("order-000001", 15_000);

        var payment = Assert.Single(gateway.ReadPayments());
        Assert.Equal((key, "order-000001", "IN_PROGRESS", 15_000m), (payment.PaymentKey, payment.OrderId, payment.Status, payment.TotalAmount));
        Assert.Empty(payment.Executions);
    }

    [Fact]
    public async Task Ten_minutes_after_authentication_a_payment_is_expired()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        gateway.AuthenticatePayment("order-000001", 15_000);

        gateway.AdvanceClock(TimeSpan.FromMinutes(10));

        Assert.Equal("EXPIRED", Assert.Single(gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task Gateway_runs_on_the_clock_it_was_given()
    {
        var christmas = new DateTimeOffset(2030, 12, 24, 15, 0, 0, TimeSpan.Zero);
        await using var shop = await TestGateway.StartAsync(options => options.TimeProvider = new StoppedClock(christmas));

        var answer = await shop.ConfirmAsync(shop.Authenticate());

        Assert.Equal("2030-12-25T00:00:00+09:00", answer["approvedAt"]);
        Assert.Equal(christmas, shop.Gateway.Now);
    }

    [Theory]
    [InlineData("card", "카드")]
    [InlineData("easyPay", "간편결제")]
    [InlineData("virtual-account", "가상계좌")]
    [InlineData("계좌이체", "계좌이체")]
    public async Task Method_of_a_payment_made_by_hand_may_be_spelled_in_any_way(string method, string shown)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal(shown, (await shop.GetPaymentAsync(shop.Authenticate(method: method)))["method"]);
    }

    [Fact]
    public async Task Wrong_use_by_a_test_is_explained()
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Contains("orderId must be", Assert.Throws<ArgumentException>(() => shop.Authenticate("short")).Message);
        Assert.Contains("NOT_FOUND_PAYMENT", Assert.Throws<InvalidOperationException>(() => shop.Gateway.Deposit("tgen_none")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => shop.Gateway.AdvanceClock(TimeSpan.FromSeconds(-1)));
        var fault = new SandboxFault(SandboxOperation.Get, SandboxFaultKind.DuplicateOrderId);
        Assert.Contains("does not apply to get", (await Assert.ThrowsAsync<ArgumentException>(() => shop.Gateway.ArmAsync(fault))).Message);
    }

    [Fact]
    public async Task Wrong_options_are_all_named_at_once_and_no_secret_with_them()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => SandboxGateway.StartAsync(options =>
        {
            options.Urls = ["https://localhost:1"];
            options.Keys = [new("live_gsk_fake_shop", "live_gck_fake_shop"), new("test_sk_fake_shop", "test_gck_fake_shop")];
        }, TestContext.Current.CancellationToken));

        Assert.Contains("https://localhost:1", refused.Message);
        Assert.Contains("live_gck_fake_shop", refused.Message);
        Assert.Contains("not a pair", refused.Message);
        Assert.DoesNotContain("gsk_fake_shop", refused.Message);
        Assert.DoesNotContain("test_sk_fake_shop", refused.Message);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
