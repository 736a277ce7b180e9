using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentSdk.Structure;

/// <summary>A file that uses a type of another file: by its name, by its full name, or by a member of it, whoever named the type.</summary>
/// <param name="File">The file that uses, below its project.</param>
/// <param name="Folder">The folder of that file.</param>
/// <param name="Type">The used type, the outermost one.</param>
/// <param name="TypeFile">The file that declares what is used, below the type's project.</param>
/// <param name="TypeFolder">The folder of that file.</param>
/// <param name="TypeProject">The project of the type.</param>
internal sealed record Use(string File, string Folder, INamedTypeSymbol Type, string TypeFile, string TypeFolder, string TypeProject)
{
    /// <summary>The first folder below the project; empty for its root.</summary>
    public string Area => Folder.Split('/')[0];

    /// <summary>The first folder of the type below its project; empty for its root.</summary>
    public string TypeArea => TypeFolder.Split('/')[0];

    /// <summary>What the files of a project use of this repository's sources.</summary>
    public static IReadOnlyList<Use> In(SourceProject project) => In(project, project.Files);

    /// <summary>What some files of a project use of this repository's sources.</summary>
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

    // A member of a partial type stands where it is written, and the type itself beside its user if one of its files does.
    private static SyntaxTree? DeclaringTree(ISymbol symbol, INamedTypeSymbol type, SyntaxTree user)
    {
        if (Trees(type).Count == 0)
            return null; // of a package, or a tuple
        var trees = Trees(symbol is INamedTypeSymbol ? type : symbol);
        if (trees.Count == 0)
            trees = Trees(type); // made by the compiler: a default constructor, a record's members
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
