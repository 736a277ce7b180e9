namespace PaymentSdk.AspNetCore.Tests;

public sealed class KnowsTests
{
    [Fact]
    public void It_works_without_PaymentSdk_EntityFrameworkCore()
    {
        var knows = System.Reflection.Assembly.Load("PaymentSdk.AspNetCore").GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain(knows, name => name!.Contains("EntityFrameworkCore", StringComparison.Ordinal) && name.StartsWith("PaymentSdk", StringComparison.Ordinal));
    }
}
