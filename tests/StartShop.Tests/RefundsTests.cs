using Microsoft.AspNetCore.Http.HttpResults;
using Moq;
using PaymentSdk;
using StartShop.Recipes;

namespace StartShop.Tests;

public sealed class RefundsTests
{
    [Fact]
    public async Task A_refund_whose_answer_is_not_known_is_requested_again_with_the_same_id()
    {
        var orderId = OrderId.Parse("order-000001");
        var refunds = new Mock<IRefunds>();
        refunds.Setup(it => it.RefundAsync(It.IsAny<RefundRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new RefundOutcome.Unavailable(orderId, new("원장을 읽지 못했습니다.", "The ledger cannot be read.")));

        var answer = await Refunds.RefundAsync(new(orderId, RefundId.Parse("refund-1"), 5_000, "변심"), refunds.Object, default);

        Assert.Equal(503, Assert.IsType<JsonHttpResult<string>>(answer).StatusCode);
    }
}
