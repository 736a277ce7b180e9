using Microsoft.Extensions.DependencyInjection;
using Moq;
using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A client of the shop around ours, which fails after our client has made the call: the exception proves nothing about the money.</summary>
public sealed class ShopClientTests : IAsyncLifetime
{
    private static readonly CustomerKey Buyer = CustomerKey.Parse("buyer-of-a-subscription");

    private PaidShop _shop = null!;
    private BillingKey? _key;

    /// <summary>What the shop's client does with a charge or cancel, which ours makes when it is called.</summary>
    private Func<Func<Task<Payment>>, Task<Payment>> _around = ThenFailAsync;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync(Decorate);

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_charge_that_was_made_is_paid_although_the_shops_client_throws_an_ArgumentException()
    {
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync());
        Assert.Equal(1, _shop.Approvals());
    }

    [Fact]
    public async Task A_charge_that_is_on_its_way_is_never_not_charged()
    {
        _around = call =>
        {
            _ = call();
            throw new ArgumentException("An item with the same key has already been added.");
        };

        Assert.IsNotType<ConfirmOutcome.NotCharged>(await ChargeAsync());
        await Until.TrueAsync(async () => await ChargeAsync() is ConfirmOutcome.Paid, () => "the charge is not found");
        Assert.Equal(1, _shop.Approvals());
    }

    [Fact]
    public async Task A_refund_that_is_sent_again_is_not_refused_because_the_shops_client_throws_an_ArgumentException()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        var calls = 0;
        _around = call => ++calls == 2 ? throw new ArgumentException("An item with the same key has already been added.") : call();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 3);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 5_000));

        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(1));
                return (await _shop.RefundAsync(orderId, "r1")).State == RefundProgress.Done;
            },
            () => "the refund r1 is not made");

        Assert.True(calls > 2);
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    private async Task<ConfirmOutcome> ChargeAsync()
    {
        _key ??= await _shop.IssueBillingKeyAsync(Buyer);

        return await _shop.Charges.ChargeAsync(new BillingCharge
        {
            ChargeId = ChargeId.Parse("2026-11"),
            BillingKey = _key.Value,
            CustomerKey = Buyer,
            Amount = Money.Krw(15_000),
            OrderName = "11월 구독",
            Wait = TimeSpan.FromMinutes(2),
        });
    }

    [Fact]
    public async Task A_refund_that_was_made_is_done_although_the_shops_client_throws_an_ArgumentException()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        var outcome = await _shop.CancelAsync(orderId, "r1", 5_000);

        Assert.IsType<RefundOutcome.Done>(outcome);
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    private void Decorate(PaymentSdkBuilder payments)
    {
        var ours = payments.Services.Single(service => service.ServiceType == typeof(IPaymentClient) && Equals(service.ServiceKey, ""));
        payments.Services.AddKeyedSingleton("", (provider, _) => Around((IPaymentClient)ours.KeyedImplementationFactory!(provider, "")));
    }

    private IPaymentClient Around(IPaymentClient ours)
    {
        var billing = new Mock<IBilling>();
        billing.Setup(it => it.IssueByCardAsync(It.IsAny<BillingCardRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(ours.Billing.IssueByCardAsync);
        billing.Setup(it => it.ApproveAsync(It.IsAny<BillingKey>(), It.IsAny<BillingApproveRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((BillingKey key, BillingApproveRequest request, RequestOptions? options, CancellationToken token) => _around(() => ours.Billing.ApproveAsync(key, request, options, token)));
        var payments = new Mock<IPayments>();
        payments.Setup(it => it.ConfirmAsync(It.IsAny<ConfirmRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.ConfirmAsync);
        payments.Setup(it => it.GetAsync(It.IsAny<PaymentKey>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.GetAsync);
        payments.Setup(it => it.GetByOrderIdAsync(It.IsAny<OrderId>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(ours.Payments.GetByOrderIdAsync);
        payments.Setup(it => it.CancelAsync(It.IsAny<PaymentKey>(), It.IsAny<CancelRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((PaymentKey key, CancelRequest request, RequestOptions? options, CancellationToken token) => _around(() => ours.Payments.CancelAsync(key, request, options, token)));
        var client = new Mock<IPaymentClient>();
        client.SetupGet(it => it.Billing).Returns(billing.Object);
        client.SetupGet(it => it.Payments).Returns(payments.Object);
        return client.Object;
    }

    private static async Task<Payment> ThenFailAsync(Func<Task<Payment>> call)
    {
        await call();
        throw new ArgumentException("An item with the same key has already been added.");
    }
}
