using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentSdk.Structure;

/// <summary>
/// The use of a type by a file: by its name, by its full name, or through one of its members, even if the file does not name the type.
/// </summary>
/// <param name="File">The file that uses the type, relative to its project.</param>
/// <param name="Folder">The folder of that file.</param>
/// <param name="Type">The outermost used type.</param>
/// <param name="TypeFile">The file that declares the used type or member, relative to the type's project.</param>
/// <param name="TypeFolder">The folder of that file.</param>
/// <param name="TypeProject">The project of the type.</param>
internal sealed record Use(string File, string Folder, INamedTypeSymbol Type, string TypeFile, string TypeFolder, string TypeProject)
{
    /// <summary>The first folder of the path in the project; empty for the root.</summary>
    public string Area => Folder.Split('/')[0];

    /// <summary>The first folder of the type's path in its project; empty for the root.</summary>
    public string TypeArea => TypeFolder.Split('/')[0];

    /// <summary>Returns the uses of this repository's types by the files of a project.</summary>
    public static IReadOnlyList<Use> In(SourceProject project) => In(project, project.Files);

    /// <summary>Returns the uses of this repository's types by the given files of a project.</summary>
    public static IReadOnlyList<Use> In(SourceProject project, IEnumerable<SyntaxTree> files)
    {
        var uses = new List<Use>();
        foreach (var tree in files)
        {
            var model = project.Compilation.GetSemanticModel(tree);
            var seen = new HashSet<(ISymbol, string)>(SymbolAndFile.Comparer);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or ElementAccessExpressionSyntax)
                    || node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
                {
                    continue;
                }

                var info = model.GetSymbolInfo(node);
                var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
                if (Used(symbol) is not { } used || Outermost(used) is not { } type || DeclaringTree(used, type, tree) is not { } declaring)
                    continue;
                if (seen.Add((type, declaring.FilePath)))
                    uses.Add(new Use(tree.FilePath, SourceProject.FolderOf(tree), type, declaring.FilePath, SourceProject.FolderOf(declaring), type.ContainingAssembly.Name));
            }
        }

        return uses;
    }

    private static ISymbol? Used(ISymbol? symbol) => symbol switch
    {
        null or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or INamespaceSymbol or ITypeParameterSymbol or ILabelSymbol => null,
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private static INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;
        return type?.OriginalDefinition;
    }

    // A use of a member of a partial type counts for the file that declares the member. A use of the type itself counts for the user's own file or
    // a file in the user's folder, if one of them declares the type, and otherwise for the first file that declares it.
    private static SyntaxTree? DeclaringTree(ISymbol symbol, INamedTypeSymbol type, SyntaxTree user)
    {
        // Types of packages and tuples have no source here.
        if (Trees(type).Count == 0)
            return null;
        var trees = Trees(symbol is INamedTypeSymbol ? type : symbol);
        // The compiler generates some members, such as a default constructor or the members of a record.
        if (trees.Count == 0)
            trees = Trees(type);
        return trees.FirstOrDefault(tree => tree == user)
            ?? trees.FirstOrDefault(tree => SourceProject.FolderOf(tree) == SourceProject.FolderOf(user))
            ?? trees.FirstOrDefault();
    }

    private static List<SyntaxTree> Trees(ISymbol symbol) =>
        [.. symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Where(SourceProject.IsOnDisk)];

    private sealed class SymbolAndFile : IEqualityComparer<(ISymbol Symbol, string File)>
    {
        public static readonly SymbolAndFile Comparer = new();

        public bool Equals((ISymbol Symbol, string File) x, (ISymbol Symbol, string File) y) =>
            SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol) && x.File == y.File;

        public int GetHashCode((ISymbol Symbol, string File) key) =>
            HashCode.Combine(SymbolEqualityComparer.Default.GetHashCode(key.Symbol), key.File);
    }
}
