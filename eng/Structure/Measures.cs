using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentSdk.Structure;

/// <summary>Counts that show how hard it is to navigate the sources.</summary>
internal static partial class Measures
{
    /// <summary>The maximum number of lines of a short file. A longer file is justified by its content, even if only one file uses it.</summary>
    private const int ShortFile = 40;

    /// <summary>
    /// Returns the files of at most 40 lines that have only internal types and that only one other file uses. They could be part of that file.
    /// </summary>
    public static IReadOnlyList<string> SingleUserFiles(IReadOnlyList<SourceProject> projects, IReadOnlyList<IReadOnlyList<Use>> uses)
    {
        var users = projects.Zip(uses).SelectMany(row => row.Second.Select(use => (User: $"{row.First.Name}/{use.File}", Used: $"{use.TypeProject}/{use.TypeFile}")))
            .Where(use => use.User != use.Used).Distinct().ToLookup(use => use.Used, use => use.User);
        return
        [
            .. from project in projects
               from tree in project.Files
               let types = tree.GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>().ToList()
               where types.Count > 0 && types.All(type => !type.Modifiers.Any(SyntaxKind.PublicKeyword)) && tree.GetText().Lines.Count <= ShortFile + 1
               let file = $"{project.Name}/{tree.FilePath}"
               where users[file].Count() == 1
               select $"{file}, used by {users[file].Single()}",
        ];
    }

    /// <summary>
    /// Counts the lines of boilerplate: the members that each text value repeats, <c>PrintMembers</c>, and the JSON contexts.
    /// </summary>
    public static (int Values, int PrintMembers, int JsonContexts) BoilerplateLines(IEnumerable<SourceProject> projects)
    {
        var nodes = projects.SelectMany(project => project.Files).SelectMany(tree => tree.GetRoot().DescendantNodes()).ToList();
        var values = nodes.OfType<RecordDeclarationSyntax>().Where(record => record.IsKind(SyntaxKind.RecordStructDeclaration)
            && record.BaseList?.Types.Any(type => type.Type is GenericNameSyntax { Identifier.Text: "ITextValue" or "IOpenValue" or "IPaymentValue" }) == true);
        // The known values of a type are not boilerplate, and neither are the members that compute something from them.
        var repeated = values.SelectMany(value => value.Members.Where(IsRepeated).Concat<SyntaxNode>(value.AttributeLists));
        return (
            repeated.Sum(Lines),
            nodes.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == "PrintMembers").Sum(Lines),
            nodes.OfType<ClassDeclarationSyntax>().Where(type => type.BaseList?.Types.Any(based => based.Type.ToString() == "JsonSerializerContext") == true).Sum(Lines));
    }

    /// <summary>
    /// Returns the number of a project's folders that are part of a dependency cycle, and the number of folders that use a type of the project or
    /// declare a type that is used.
    /// </summary>
    public static (int InCircles, int All) Folders(SourceProject project, IEnumerable<Use> uses, Func<Use, (string From, string To)> folders)
    {
        var edges = uses.Where(use => use.TypeProject == project.Name).Select(folders).ToList();
        var all = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Count();
        return (Circles.In(edges).SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Count(), all);
    }

    /// <summary>Returns the number of citations of the rules in the sources, and the number of files that contain them.</summary>
    public static (int Citations, int Files) Citations(IEnumerable<SourceProject> projects)
    {
        var counts = projects.SelectMany(project => project.Files).Select(tree => Rule().Count(tree.GetText().ToString())).Where(count => count > 0).ToList();
        return (counts.Sum(), counts.Count);
    }

    private static bool IsRepeated(MemberDeclarationSyntax member) => member switch
    {
        ConstructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => true,
        FieldDeclarationSyntax field => field.Declaration.Variables.All(variable => variable.Identifier.Text == "_value"),
        PropertyDeclarationSyntax property => property.Identifier.Text is "Value" or "IsKeptAsItCame" || property.ExplicitInterfaceSpecifier is not null,
        MethodDeclarationSyntax method => method.Identifier.Text is "Parse" or "TryParse" or "ToString" or "Equals" or "GetHashCode" or "Of" or "From"
            || method.ExplicitInterfaceSpecifier is not null,
        _ => false,
    };

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    [GeneratedRegex(@"docs/spec/[\w-]+\.md")]
    private static partial Regex Rule();
}
