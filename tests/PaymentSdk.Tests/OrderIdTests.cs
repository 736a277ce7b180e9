namespace PaymentSdk.Tests;

public sealed class OrderIdTests
{
    [Fact]
    public void New_order_ids_follow_the_rules_of_the_API_and_are_unique()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => OrderId.New()).ToHashSet();

        Assert.Equal(100, ids.Count);
        Assert.All(ids, id => Assert.Equal(id, OrderId.Parse(id.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("has space")]
    [InlineData("order.with.dots")]
    [InlineData("주문번호-2026")]
    public void A_text_that_is_not_an_order_id_is_refused_with_a_reason(string text)
    {
        Assert.False(OrderId.TryParse(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }
}
