namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class KnowsTests
{
    [Fact]
    public void It_works_without_PaymentSdk_AspNetCore()
    {
        var knows = System.Reflection.Assembly.Load("PaymentSdk.EntityFrameworkCore").GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain(knows, name => name!.Contains("AspNetCore", StringComparison.Ordinal) && name.StartsWith("PaymentSdk", StringComparison.Ordinal));
    }
}
