using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Payments of the type BRANDPAY are confirmed at their own endpoint, also when the answer to the first confirm is lost.</summary>
public sealed class BrandPayConfirmTests : IAsyncLifetime
{
    private static readonly CustomerKey Buyer = CustomerKey.Parse("buyer-with-brandpay");

    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData(SandboxFaultKind.CloseAfterWork)]
    [InlineData(SandboxFaultKind.Status500)]
    public async Task A_brandpay_payment_is_confirmed_once_at_its_own_endpoint(SandboxFaultKind? fault)
    {
        var orderId = await OpenAsync(Buyer);
        var paymentKey = Authenticate(orderId);
        if (fault is { } kind)
            await _shop.ArmAsync(SandboxOperation.Confirm, kind);

        await ConfirmAsync(orderId, paymentKey);
        await _shop.Shop.UntilAsync(orderId, AttemptState.Approved);

        Assert.Equal(1, _shop.Approvals());
        Assert.DoesNotContain(_shop.Gateway.ReadRequests(), request => request.Path == "/v1/payments/confirm");
        Assert.IsType<ConfirmOutcome.Paid>(await ConfirmAsync(orderId, paymentKey));
    }

    [Fact]
    public async Task Without_the_buyers_key_nothing_is_sent_and_the_error_names_the_missing_value()
    {
        var orderId = await OpenAsync(null);

        var refused = Assert.IsType<ConfirmOutcome.NotCharged>(await ConfirmAsync(orderId, "tgen_brandpay"));

        Assert.Contains("CustomerKey", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Created, await _shop.Shop.StateAsync(orderId));
    }

    private async Task<OrderId> OpenAsync(CustomerKey? buyer) => ShopHost.Opened(
        await _shop.Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과 한 상자", CustomerKey = buyer }));

    private string Authenticate(OrderId orderId) => _shop.Gateway.AuthenticatePayment(
        new SandboxPaymentRequest(orderId.Value, 15_000) { Type = "BRANDPAY", CustomerKey = Buyer.Value });

    private Task<ConfirmOutcome> ConfirmAsync(OrderId orderId, string paymentKey) => _shop.Checkout.ConfirmAsync(new PaymentConfirmation
    {
        OrderId = orderId,
        PaymentKey = PaymentKey.Parse(paymentKey),
        PaymentType = "BRANDPAY",
        Wait = TimeSpan.FromMinutes(1),
    });
}
