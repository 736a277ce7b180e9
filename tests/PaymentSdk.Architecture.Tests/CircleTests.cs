using PaymentSdk.Structure;

namespace PaymentSdk.Architecture.Tests;

/// <summary>No two folders of a project depend on each other, directly or indirectly.</summary>
public sealed class CircleTests
{
    [Fact]
    public void No_folder_of_a_project_is_part_of_a_circle() =>
        KnownViolations.Compare("circles.txt", 0, Sources.Projects.SelectMany(project => Rules.FoldersInCircles(project, Sources.UsesOf(project))));

    [Fact]
    public void A_circle_that_a_new_file_closes_is_found()
    {
        const string path = "Catalog/Added.cs";
        var copy = Sources.With("CheckoutDemo", path, "namespace CheckoutDemo.Catalog; internal static class Added { public static object? It(object it) => it as CheckoutDemo.Orders.OrderRequest; }");

        var found = Rules.FoldersInCircles(copy, [.. Sources.UsesOf(Sources.Project("CheckoutDemo")), .. Sources.UsesOfFile(copy, path)]);

        Assert.Contains("CheckoutDemo: Catalog -> Orders", found);
        Assert.Contains("CheckoutDemo: Orders -> Catalog", found);
    }

    [Theory]
    [InlineData("a>b b>c", "")]
    [InlineData("a>b b>a", "a>b b>a")]
    [InlineData("a>b b>c c>a c>d", "a>b b>c c>a")]
    [InlineData("a>a a>b", "")]
    [InlineData("a>b b>a c>d d>c a>c", "a>b b>a c>d d>c")]
    public void Edges_of_circles_are_distinguished_from_other_edges(string edges, string circles)
    {
        var found = Circles.In(edges.Split(' ').Select(edge => (edge.Split('>')[0], edge.Split('>')[1])));

        Assert.Equal(circles, string.Join(' ', found.Select(edge => $"{edge.From}>{edge.To}")));
    }
}
