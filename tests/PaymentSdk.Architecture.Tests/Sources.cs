using PaymentSdk.Structure;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The sources of src and samples, read and compiled once for all tests.</summary>
internal static class Sources
{
    private static readonly Lazy<IReadOnlyList<SourceProject>> AllProjects = new(() => SourceProject.ReadAll(Repository.Root));
    private static readonly Lazy<Dictionary<string, IReadOnlyList<Use>>> AllUses = new(() =>
        AllProjects.Value.AsParallel().Select(project => (project.Name, Uses: Use.In(project))).ToDictionary(row => row.Name, row => row.Uses));

    public static AreaTables Tables { get; } = AreaTables.Read(Repository.Root);

    public static IReadOnlyList<SourceProject> Projects => AllProjects.Value;

    public static SourceProject Project(string name) => Projects.Single(project => project.Name == name);

    public static IReadOnlyList<Use> UsesOf(SourceProject project) => AllUses.Value[project.Name];

    /// <summary>Returns an in-memory copy of a project with one additional file.</summary>
    public static SourceProject With(string project, string path, string text) =>
        SourceProject.Read(Repository.Root, Project(project).Folder, [.. Projects], (path, text));

    /// <summary>Returns the uses in the added file of a copy.</summary>
    public static IReadOnlyList<Use> UsesOfFile(SourceProject copy, string path) => Use.In(copy, copy.Files.Where(file => file.FilePath == path));
}
