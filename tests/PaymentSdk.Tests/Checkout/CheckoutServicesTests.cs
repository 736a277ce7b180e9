using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// All services of the checkout are resolved in the same way: without a key for the default registration, and by name for another one. A
/// shop's tests can mock them.
/// </summary>
public sealed class CheckoutServicesTests
{
    [Fact]
    public async Task Each_service_is_a_singleton_plain_for_the_default_registration_and_keyed_for_another()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddPaymentSdk(Keys).AddOrderLedger(_ => Mock.Of<IOrderLedger>());
        services.AddPaymentSdk("b", Keys).AddOrderLedger(_ => Mock.Of<IOrderLedger>());
        await using var provider = services.BuildServiceProvider();

        Check<ICheckout>(provider);
        Check<IRefunds>(provider);
        Check<ICharges>(provider);
        Check<IPaymentReviews>(provider);
    }

    [Fact]
    public async Task Each_service_is_mocked_with_outcomes_that_a_test_makes()
    {
        var orderId = OrderId.New();
        var checkout = Mock.Of<ICheckout>(mocked => mocked.FindAsync(orderId, default) == Task.FromResult<PaymentOrder?>(null));
        var refunds = Mock.Of<IRefunds>(mocked => mocked.RefundAsync(It.IsAny<RefundRequest>(), default) == Task.FromResult<RefundOutcome>(new RefundOutcome.NotFound(orderId)));
        var charges = Mock.Of<ICharges>(mocked => mocked.ChargeAsync(It.IsAny<Charge>(), default) == Task.FromResult<ConfirmOutcome>(new ConfirmOutcome.NotCharged(orderId, "not sent")));
        var reviews = Mock.Of<IPaymentReviews>(mocked => mocked.ListAsync(100, default) == Task.FromResult<IReadOnlyList<AttentionItem>>(Array.Empty<AttentionItem>()));

        Assert.Null(await checkout.FindAsync(orderId, TestContext.Current.CancellationToken));
        Assert.Equal(orderId, Assert.IsType<RefundOutcome.NotFound>(await refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r-1"), Reason = "changed mind" }, default)).OrderId);
        Assert.IsType<ConfirmOutcome.NotCharged>(await charges.ChargeAsync(new BillingCharge { ChargeId = ChargeId.Parse("c-1"), Amount = Money.Krw(1000), OrderName = "apples", BillingKey = BillingKey.Parse("billing-key"), CustomerKey = CustomerKey.Parse("customer-1") }, default));
        Assert.Empty(await reviews.ListAsync(100, default));
    }

    private static void Keys(PaymentSdkOptions options)
    {
        options.SecretKey = "test_sk_obviously_fake_words_only_for_tests";
        options.ClientKey = "test_ck_obviously_fake_words_only_for_tests";
    }

    private static void Check<T>(ServiceProvider provider)
        where T : class
    {
        using var scope = provider.CreateScope();
        var plain = provider.GetRequiredService<T>();
        Assert.Same(plain, scope.ServiceProvider.GetRequiredService<T>());
        Assert.Same(plain, provider.GetRequiredKeyedService<T>(""));
        Assert.NotSame(plain, scope.ServiceProvider.GetRequiredKeyedService<T>("b"));
    }
}
