namespace PaymentSdk.Sandbox.Tests;

public sealed class KnowsTests
{
    [Fact]
    public void The_sandbox_shares_no_type_with_the_client_whose_bugs_it_is_to_find()
    {
        var knows = System.Reflection.Assembly.Load("PaymentSdk.Sandbox").GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain(knows, name => name!.StartsWith("PaymentSdk", StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_no_public_type_outside_of_its_namespace_because_a_shops_tests_have_a_Program_of_their_own()
    {
        Assert.All(typeof(SandboxGateway).Assembly.GetExportedTypes(), type => Assert.Equal("PaymentSdk.Sandbox", type.Namespace));
    }
}
