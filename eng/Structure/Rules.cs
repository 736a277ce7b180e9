using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentSdk.Structure;

/// <summary>The rules of the architecture. Each method returns one line for each violation, in alphabetical order.</summary>
internal static class Rules
{
    /// <summary>
    /// An area can use only the areas in its row of <c>docs/architecture.md</c>. The root of a project connects its areas and can use all of them.
    /// </summary>
    public static IReadOnlyList<string> ForbiddenAreas(SourceProject project, IEnumerable<Use> uses, AreaTables tables)
    {
        var allowed = tables.Of(project.Name);
        return Lines(
            from use in uses
            where use.TypeProject == project.Name && use.Area.Length > 0 && use.TypeArea != use.Area
            where !allowed.TryGetValue(use.Area, out var areas) || !areas.Contains(use.TypeArea)
            select $"{project.Name}: {use.Area} uses {use.Type.Name} of {Named(use.TypeArea)}");
    }

    /// <summary>A folder of a project must not be part of a circle.</summary>
    public static IReadOnlyList<string> FoldersInCircles(SourceProject project, IEnumerable<Use> uses) =>
        Lines(Circles.In(uses.Where(use => use.TypeProject == project.Name).Select(use => (use.Folder, use.TypeFolder)))
            .Select(edge => $"{project.Name}: {Named(edge.From)} -> {Named(edge.To)}"));

    /// <summary>A project can use only those internal types of another project whose area or folder <c>docs/architecture.md</c> names.</summary>
    public static IReadOnlyList<string> ForeignInternals(SourceProject project, IEnumerable<Use> uses, AreaTables tables)
    {
        var allowed = tables.Internals.GetValueOrDefault(project.Name, []);
        return Lines(
            from use in uses
            where use.TypeProject != project.Name && use.Type.DeclaredAccessibility != Accessibility.Public && !allowed.Contains(use.TypeArea) && !allowed.Contains(use.TypeFolder)
            select $"{project.Name} uses the internal {use.Type.Name} of {use.TypeProject}/{use.TypeFolder}");
    }

    /// <summary>A string must not name the namespace of another project, because the compiler cannot check it.</summary>
    public static IReadOnlyList<string> ProjectsNamedByString(SourceProject project, IReadOnlyCollection<string> projects)
    {
        var others = projects.Where(name => name != project.Name && !project.Name.StartsWith(name + ".", StringComparison.Ordinal)).ToList();
        return Lines(
            from tree in project.Files
            from literal in tree.GetRoot().DescendantTokens().Where(IsText)
            from other in others
            where literal.ValueText.Contains(other + ".", StringComparison.Ordinal) || literal.ValueText.EndsWith(", " + other, StringComparison.Ordinal)
            select $"{project.Name}: {tree.FilePath} names {other} by a string");
    }

    /// <summary>An internal type must be in the namespace of its folder.</summary>
    public static IReadOnlyList<string> NamespacesBesideFolders(SourceProject project) =>
        Lines(
            from tree in project.Files
            let model = project.Compilation.GetSemanticModel(tree)
            let expected = string.Join('.', SourceProject.FolderOf(tree).Split('/', StringSplitOptions.RemoveEmptyEntries).Prepend(project.Name))
            from declaration in tree.GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax)
                .OfType<BaseTypeDeclarationSyntax>()
            let type = (INamedTypeSymbol)model.GetDeclaredSymbol(declaration)!
            where type.DeclaredAccessibility != Accessibility.Public && !type.ContainingNamespace.IsGlobalNamespace
            where type.ContainingNamespace.ToDisplayString() != expected
            select $"{project.Name}: {type.Name} is in {type.ContainingNamespace.ToDisplayString()}, not in {expected}");

    /// <summary>
    /// The namespace <c>PaymentSdk</c> contains exactly the public types that every shop uses (<see cref="Reach"/>).
    /// </summary>
    public static IReadOnlyList<string> NamespacesBesideReach(SourceProject project)
    {
        var reached = Reach.Of(project);
        return Lines(Reach.PublicTypes(project.Compilation.Assembly.GlobalNamespace)
            .Where(type => reached.Contains(type) != (type.ContainingNamespace.ToDisplayString() == "PaymentSdk"))
            .Select(type => reached.Contains(type)
                ? $"{project.Name}: {type.Name} is used by every shop and not in the namespace PaymentSdk"
                : $"{project.Name}: {type.Name} is in the namespace PaymentSdk and not used by every shop"));
    }

    /// <summary>Returns true for a string literal, or for the text of an interpolated string.</summary>
    public static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static string[] Lines(IEnumerable<string> lines) => [.. lines.Distinct().Order(StringComparer.Ordinal)];

    private static string Named(string folder) => folder.Length == 0 ? "(root)" : folder;
}
