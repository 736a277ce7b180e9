using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentSdk.Structure;

/// <summary>
/// Finds texts that are read outside the repository but cite one of its files. The reader of a package, an error or a log does not have that file.
/// </summary>
internal static partial class FileCitations
{
    /// <summary>Returns the documentation lines of public types and members that cite a file, a decision or a section of the rules.</summary>
    public static IEnumerable<string> InPublicDocumentation(SourceProject project) =>
        from tree in project.Files
        from documentation in tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
        where documentation.Token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && IsVisible(member)
        from line in Citing(documentation.ToFullString())
        select $"{project.Folder}/{tree.FilePath}:{tree.GetLineSpan(documentation.FullSpan).StartLinePosition.Line + 1 + line.Offset}: {line.Text}";

    /// <summary>
    /// Returns the strings of a project that cite a file, a decision or a section of the rules, such as exception texts, log messages and answers.
    /// </summary>
    public static IEnumerable<string> InStrings(SourceProject project) =>
        from tree in project.Files
        from literal in tree.GetRoot().DescendantTokens().Where(Rules.IsText)
        from line in Citing(literal.ValueText)
        select $"{project.Folder}/{tree.FilePath}:{tree.GetLineSpan(literal.Span).StartLinePosition.Line + 1}: {line.Text}";

    private static IEnumerable<(int Offset, string Text)> Citing(string text) =>
        text.Split('\n').Select((line, offset) => (offset, line.Trim())).Where(line => Citation().IsMatch(line.Item2));

    // The members in the documentation file of the package: public members of public types, and protected members.
    private static bool IsVisible(MemberDeclarationSyntax member)
    {
        var declared = member is EnumMemberDeclarationSyntax || member.Parent is InterfaceDeclarationSyntax || member.Parent is NamespaceDeclarationSyntax
            ? member is not BaseTypeDeclarationSyntax || member.Modifiers.Any(SyntaxKind.PublicKeyword)
            : member.Modifiers.Any(SyntaxKind.PublicKeyword) || member.Modifiers.Any(SyntaxKind.ProtectedKeyword);
        return declared && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type =>
            type.Modifiers.Any(SyntaxKind.PublicKeyword) || (type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword)));
    }

    [GeneratedRegex(@"[\w-]\.md\b|\bdocs/|\b[Dd]ecision \d{4}\b|(?<!RFC \d{4} |Level 3, |Standard )§|\b[Aa]ppendix [A-Z]\b")]
    private static partial Regex Citation();
}
