using PaymentSdk.Structure;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The namespace of an internal type follows its folder; the namespace of a public type depends on whether every shop uses it.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public void An_internal_type_is_in_the_namespace_of_its_folder() =>
        KnownViolations.Compare("namespaces.txt", 0, Sources.Projects.SelectMany(Rules.NamespacesBesideFolders));

    [Fact]
    public void The_namespace_of_the_SDK_holds_what_every_shop_meets_and_nothing_else() =>
        KnownViolations.Compare("reach.txt", 0, Libraries().SelectMany(Rules.NamespacesBesideReach));

    [Fact]
    public void An_internal_type_in_another_namespace_is_found()
    {
        var copy = Sources.With("PaymentSdk", "Values/Added.cs", "namespace PaymentSdk.Ledger; internal static class Added;");

        Assert.Contains("PaymentSdk: Added is in PaymentSdk.Ledger, not in PaymentSdk.Values", Rules.NamespacesBesideFolders(copy));
    }

    [Theory]
    [InlineData("namespace PaymentSdk; public sealed class Added;", "PaymentSdk: Added is in the namespace PaymentSdk and not used by every shop")]
    [InlineData("namespace PaymentSdk.Api; public sealed class AddedOptions { public System.Collections.Generic.IReadOnlyList<Added>? It { get; set; } } public sealed class Added;", "PaymentSdk: Added is used by every shop and not in the namespace PaymentSdk")]
    public void A_public_type_in_the_wrong_namespace_is_found(string source, string violation) =>
        Assert.Contains(violation, Rules.NamespacesBesideReach(Sources.With("PaymentSdk", "Values/Added.cs", source)));

    // The sandbox is a separate program with its own namespace.
    private static IEnumerable<SourceProject> Libraries() =>
        Sources.Projects.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal) && project.Name != "PaymentSdk.Sandbox");
}
