using PaymentSdk.Structure;

namespace PaymentSdk.Architecture.Tests;

/// <summary>Compares the sources with the allowed dependencies in the tables of docs/architecture.md.</summary>
public sealed class AreaTests
{
    [Fact]
    public void The_areas_of_the_tables_are_the_folders_of_the_projects()
    {
        foreach (var project in Sources.Projects)
        {
            var folders = project.Compilation.SyntaxTrees.Where(SourceProject.IsOnDisk)
                .Select(tree => SourceProject.FolderOf(tree).Split('/')[0]).Where(area => area.Length > 0).Distinct().Order(StringComparer.Ordinal);

            Assert.Equal(Sources.Tables.Of(project.Name).Keys.Order(StringComparer.Ordinal), folders);
        }
    }

    [Fact]
    public void An_area_uses_only_the_areas_that_its_row_names() =>
        KnownViolations.Compare("areas.txt", 0, Sources.Projects.SelectMany(project => Rules.ForbiddenAreas(project, Sources.UsesOf(project), Sources.Tables)));

    [Fact]
    public void A_project_uses_the_internals_of_named_areas_only() =>
        KnownViolations.Compare("internals.txt", 3, Sources.Projects.SelectMany(project => Rules.ForeignInternals(project, Sources.UsesOf(project), Sources.Tables)));

    [Theory]
    [InlineData("by a using", "using PaymentSdk.Checkout.Confirm; namespace PaymentSdk.Values; internal static class Added { public static object? It(object it) => it as CheckoutContext; }")]
    [InlineData("by its full name", "namespace PaymentSdk.Values; internal static class Added { public static object? It(object it) => it as PaymentSdk.Checkout.Confirm.CheckoutContext; }")]
    [InlineData("by its full name from the global namespace", "namespace PaymentSdk.Values; internal static class Added { public static object? It(object it) => it as global::PaymentSdk.Checkout.Confirm.CheckoutContext; }")]
    [InlineData("by half of its name", "namespace PaymentSdk.Values; internal static class Added { public static object? It(object it) => it as Checkout.Confirm.CheckoutContext; }")]
    [InlineData("by an alias", "using Other = PaymentSdk.Checkout.Confirm.CheckoutContext; namespace PaymentSdk.Values; internal static class Added { public static object? It(object it) => it as Other; }")]
    [InlineData("by typeof", "namespace PaymentSdk.Values; internal static class Added { public static readonly System.Type It = typeof(Checkout.Confirm.CheckoutContext); }")]
    [InlineData("as a type argument", "namespace PaymentSdk.Values; internal static class Added { public static readonly System.Collections.Generic.List<Checkout.Confirm.CheckoutContext> It = []; }")]
    [InlineData("by nameof", "namespace PaymentSdk.Values; internal static class Added { public const string It = nameof(Checkout.Confirm.CheckoutContext); }")]
    public void A_forbidden_use_is_found_however_it_is_written(string how, string source)
    {
        const string path = "Values/Added.cs";
        var copy = Sources.With("PaymentSdk", path, source);

        var found = Rules.ForbiddenAreas(copy, Sources.UsesOfFile(copy, path), Sources.Tables);

        Assert.True(found.Contains("PaymentSdk: Values uses CheckoutContext of Checkout"), $"A use {how} was not found.");
    }

    [Fact]
    public void A_forbidden_use_of_a_member_is_found_where_no_type_is_named()
    {
        const string path = "Values/Added.cs";
        var copy = Sources.With("PaymentSdk", path, "namespace PaymentSdk.Values; internal static class Added { public static object? It(IPaymentClient client) { var payments = client.Payments; return payments.GetAsync(default(PaymentKey)); } }");

        var found = Rules.ForbiddenAreas(copy, Sources.UsesOfFile(copy, path), Sources.Tables);

        Assert.Contains("PaymentSdk: Values uses IPayments of Api", found);
    }

    [Theory]
    [InlineData("PaymentSdk.EntityFrameworkCore", "Tables/Added.cs", "namespace PaymentSdk.EntityFrameworkCore.Tables; internal static class Added { public static object? It(object it) => it as PaymentSdk.Checkout.Confirm.CheckoutContext; }", "PaymentSdk.EntityFrameworkCore uses the internal CheckoutContext of PaymentSdk/Checkout/Confirm")]
    [InlineData("PaymentSdk.AspNetCore", "Health/Added.cs", "namespace PaymentSdk.AspNetCore.Health; internal static class Added { public static object? It(object it) => it as Checkout.Confirm.RunningCalls; }", "PaymentSdk.AspNetCore uses the internal RunningCalls of PaymentSdk/Checkout/Confirm")]
    public void A_use_of_foreign_internals_is_found(string project, string path, string source, string violation)
    {
        var copy = Sources.With(project, path, source);

        Assert.Contains(violation, Rules.ForeignInternals(copy, Sources.UsesOfFile(copy, path), Sources.Tables));
    }

    [Fact]
    public void An_allowed_use_and_a_comment_are_no_violations()
    {
        const string path = "Checkout/Added.cs";
        var copy = Sources.With("PaymentSdk", path, "namespace PaymentSdk.Checkout; /// <summary>Not <see cref=\"IReconciliation\"/>.</summary>\ninternal static class Added { public static object? It(object it) => it as IOrderLedger; }");

        Assert.Empty(Rules.ForbiddenAreas(copy, Sources.UsesOfFile(copy, path), Sources.Tables));
    }

    [Fact]
    public void Every_name_of_the_sources_is_understood()
    {
        // This compilation has no generated code, so other errors are expected. A type or namespace that is not resolved would hide its uses.
        var lost = Sources.Projects.AsParallel().SelectMany(project => project.Compilation.GetDiagnostics()
            .Where(found => found.Id is "CS0246" or "CS0234" or "CS0103" or "CS0012").Select(found => found.ToString())).ToList();

        Assert.True(lost.Count == 0, $"Add the missing package to eng/Structure/Structure.csproj:\n{string.Join('\n', lost)}");
    }
}
