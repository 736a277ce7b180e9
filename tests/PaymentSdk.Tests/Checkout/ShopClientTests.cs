using Microsoft.Extensions.DependencyInjection;
using Moq;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A client of the shop around ours, which fails after our client has made the call: the exception proves nothing about the money.</summary>
public sealed class ShopClientTests : IAsyncLifetime
{
    private static readonly CustomerKey Buyer = CustomerKey.Parse("buyer-of-a-subscription");

    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync(Decorate);

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_charge_that_was_made_is_paid_although_the_shops_client_throws_an_ArgumentException()
    {
        var key = await _shop.Client.Billing.IssueByCardAsync(new BillingCardRequest
        {
            CustomerKey = Buyer,
            CardNumber = "5365000000000000",
            CardExpirationYear = "30",
            CardExpirationMonth = "12",
            CustomerIdentityNumber = "900101",
            CardPassword = "12",
            IdempotencyKey = IdempotencyKey.New(),
        });

        var outcome = await _shop.Charges.ChargeAsync(new BillingCharge
        {
            ChargeId = ChargeId.Parse("2026-11"),
            BillingKey = key.BillingKey,
            CustomerKey = Buyer,
            Amount = Money.Krw(15_000),
            OrderName = "11월 구독",
            Wait = TimeSpan.FromMinutes(2),
        });

        Assert.IsType<ConfirmOutcome.Paid>(outcome);
        Assert.Equal(1, _shop.Approvals());
    }

    [Fact]
    public async Task A_refund_that_was_made_is_done_although_the_shops_client_throws_an_ArgumentException()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        var outcome = await _shop.CancelAsync(orderId, "r1", 5_000);

        Assert.IsType<RefundOutcome.Done>(outcome);
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    private static void Decorate(PaymentSdkBuilder payments)
    {
        var ours = payments.Services.Single(service => service.ServiceType == typeof(IPaymentClient) && Equals(service.ServiceKey, ""));
        payments.Services.AddKeyedSingleton("", (provider, _) => Around((IPaymentClient)ours.KeyedImplementationFactory!(provider, "")));
    }

    private static IPaymentClient Around(IPaymentClient ours)
    {
        var billing = new Mock<IBilling>();
        billing.Setup(it => it.IssueByCardAsync(It.IsAny<BillingCardRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(ours.Billing.IssueByCardAsync);
        billing.Setup(it => it.ApproveAsync(It.IsAny<BillingKey>(), It.IsAny<BillingApproveRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((BillingKey key, BillingApproveRequest request, RequestOptions? options, CancellationToken token) => ThenFailAsync(ours.Billing.ApproveAsync(key, request, options, token)));
        var payments = new Mock<IPayments>();
        payments.Setup(it => it.ConfirmAsync(It.IsAny<ConfirmRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.ConfirmAsync);
        payments.Setup(it => it.GetAsync(It.IsAny<PaymentKey>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.GetAsync);
        payments.Setup(it => it.GetByOrderIdAsync(It.IsAny<OrderId>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.GetByOrderIdAsync);
        payments.Setup(it => it.CancelAsync(It.IsAny<PaymentKey>(), It.IsAny<CancelRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((PaymentKey key, CancelRequest request, RequestOptions? options, CancellationToken token) => ThenFailAsync(ours.Payments.CancelAsync(key, request, options, token)));
        var client = new Mock<IPaymentClient>();
        client.SetupGet(it => it.Billing).Returns(billing.Object);
        client.SetupGet(it => it.Payments).Returns(payments.Object);
        return client.Object;
    }

    private static async Task<Payment> ThenFailAsync(Task<Payment> call)
    {
        await call;
        throw new ArgumentException("An item with the same key has already been added.");
    }
}
