namespace CheckoutDemo.Tests;

public sealed class KnowsTests
{
    [Fact]
    public void The_shop_is_an_application_that_starts()
    {
        Assert.NotNull(System.Reflection.Assembly.Load("CheckoutDemo").EntryPoint);
    }
}
