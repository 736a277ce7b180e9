using Moq;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>Tests as a merchant would write them.</summary>
public sealed class MockedClientTests
{
    [Fact]
    public async Task A_shop_can_mock_the_client_and_build_a_payment_from_four_members()
    {
        var payment = new Payment { PaymentKey = Shop.Key, OrderId = Shop.Order, Status = PaymentStatus.Done, TotalAmount = 1000 };
        var client = new Mock<IPaymentClient>();
        client.Setup(mock => mock.Payments.GetAsync(Shop.Key, null, It.IsAny<CancellationToken>())).ReturnsAsync(payment);

        var found = await client.Object.Payments.GetAsync(Shop.Key, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(PaymentStatus.Done, found.Status);
        Assert.Empty(found.AdditionalMembers);
    }

    [Theory]
    [InlineData(0, "why")]
    [InlineData(1, "")]
    [InlineData(-1, "why")]
    public async Task A_request_that_could_only_be_refused_is_not_sent(int amount, string reason)
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address);
        var cancel = new CancelRequest { CancelReason = reason, CancelAmount = amount, IdempotencyKey = IdempotencyKey.New() };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Payments.CancelAsync(Shop.Key, cancel, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_cancel_sends_the_given_fields_and_nothing_else()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address);
        var cancel = new CancelRequest
        {
            CancelReason = "고객 변심",
            IdempotencyKey = IdempotencyKey.Parse("key-1"),
            CancelAmount = 5000.00m,
            RefundableAmount = 15000,
            TaxFreeAmount = 0,
            Currency = Currency.Krw,
            RefundReceiveAccount = new RefundReceiveAccount { Bank = "06", AccountNumber = "110123", HolderName = "박토스" },
        };

        await shop.Payments.CancelAsync(Shop.Key, cancel, cancellationToken: TestContext.Current.CancellationToken);
        await shop.CancelAsync();

        Assert.Equal("key-1", server.Requests[0].Key);
        Assert.Equal(
            """{"cancelReason":"고객 변심","cancelAmount":5000,"taxFreeAmount":0,"refundableAmount":15000,"currency":"KRW","refundReceiveAccount":{"bank":"06","accountNumber":"110123","holderName":"박토스"}}""",
            System.Text.RegularExpressions.Regex.Unescape(server.Requests[0].Body));
        Assert.Equal("""{"cancelReason":"buyer asked"}""", server.Requests[1].Body);
    }
}
