using System.Text.RegularExpressions;
using PaymentSdk.Structure;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>
/// Texts that users of the packages read do not cite files of the repository, and comments cite the rules in one form. SpecLinkTests checks
/// that the cited sections exist.
/// </summary>
public sealed partial class CitationTests
{
    private static readonly string[] Areas = ["src", "samples", "tests", "benchmarks", "eng"];

    [Fact]
    public void The_documentation_of_public_types_cites_no_file()
    {
        var found = Libraries().SelectMany(FileCitations.InPublicDocumentation).ToList();

        Assert.True(found.Count == 0, $"Write a sentence instead, because a reader of the package does not have this file.\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Exception_texts_log_messages_and_answers_cite_no_file()
    {
        var found = Libraries().SelectMany(FileCitations.InStrings).ToList();

        Assert.True(found.Count == 0, $"Write what to do instead, because a reader of an error does not have this file.\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Comments_cite_the_rules_as_docs_spec()
    {
        var files = Areas.SelectMany(area => Directory.EnumerateFiles(Path.Combine(Repository.Root, area), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !IsAboutCitations(file));
        var found =
            from file in files
            from line in File.ReadLines(file)
            where BareDocument().IsMatch(line)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}";

        Assert.True(!found.Any(), $"Write docs/spec/<file>.md §n:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("/// <summary>Added (money.md §3).</summary>\npublic sealed class Added;", true)]
    [InlineData("/// <summary>Added (docs/spec/money.md §3).</summary>\npublic sealed class Added;", true)]
    [InlineData("/// <summary>Added.</summary>\n/// <remarks>As decision 0036 says.</remarks>\npublic sealed class Added;", true)]
    [InlineData("/// <summary>Added.</summary>\npublic sealed class Added { /// <summary>See docs/operations.md.</summary>\npublic int It { get; } }", true)]
    [InlineData("/// <summary>Added.</summary>\npublic interface IAdded { /// <summary>It (§4).</summary>\nint It { get; } }", true)]
    [InlineData("/// <summary>Added.</summary>\npublic enum Added { /// <summary>It (appendix C).</summary>\nIt }", true)]
    [InlineData("/// <summary>Added.</summary>\npublic sealed class Added { /// <summary>It (money.md §3).</summary>\nprivate int _it; }", false)]
    [InlineData("/// <summary>Added (docs/spec/money.md §3).</summary>\ninternal sealed class Added { /// <summary>It (docs/spec/money.md §3).</summary>\npublic int It { get; } }", false)]
    [InlineData("/// <summary>Added (RFC 9457 §3.1.2).</summary>\npublic sealed class Added;", false)]
    public void A_citation_in_public_documentation_is_found(string source, bool found) =>
        Assert.Equal(found, FileCitations.InPublicDocumentation(Sources.With("PaymentSdk", "Values/Added.cs", "namespace PaymentSdk;\n" + source)).Any(line => line.StartsWith("src/PaymentSdk/Values/Added.cs:", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"Set Key (docs/operations.md).\"")]
    [InlineData("$\"Set {1} (money.md §3).\"")]
    [InlineData("\"\"\"Set Key (money.md §3).\"\"\"")]
    public void A_citation_in_a_string_is_found(string text) =>
        Assert.Contains(
            FileCitations.InStrings(Sources.With("PaymentSdk", "Values/Added.cs", $"namespace PaymentSdk.Values; internal static class Added {{ public static string It => {text}; }}")),
            line => line.StartsWith("src/PaymentSdk/Values/Added.cs:1:", StringComparison.Ordinal));

    [Theory]
    [InlineData("// see money.md §5", true)]
    [InlineData("// see docs/spec/money.md §5", false)]
    [InlineData("// (docs/spec/money.md §5, payment-api.md §2)", true)]
    public void A_bare_document_is_found(string line, bool found) => Assert.Equal(found, BareDocument().IsMatch(line));

    private static IEnumerable<SourceProject> Libraries() => Sources.Projects.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal));

    // These files contain citations in every form as examples.
    private static bool IsAboutCitations(string file) =>
        Path.GetFileName(file) is "SpecLinkTests.cs" or "SpecCitation.cs" or "SpecSections.cs" or "CitationTests.cs" or "MarkdownLinks.cs";

    [GeneratedRegex(@"(?<!docs/spec/)\b(?<!-)(?:money|payment-api|failures|origins|http|sandbox)\.md[,]? (?:§|[Aa]ppendix)|\bF§\d")]
    private static partial Regex BareDocument();
}
