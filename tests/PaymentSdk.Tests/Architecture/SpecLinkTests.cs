namespace PaymentSdk.Tests.Architecture;

/// <summary>Every citation of a rule names an existing section of docs/spec, and every link in the documentation has a target.</summary>
public sealed class SpecLinkTests
{
    private static readonly string Spec = Path.Combine(Repository.Root, "docs", "spec");
    private static readonly string[] Areas = ["src", "tests", "samples", "benchmarks", "templates", "docs", "eng"];
    private static readonly string[] Kinds = [".cs", ".md", ".js", ".html", ".css", ".sh", ".props", ".csproj", ".tsv", ".patch"];

    private static readonly Dictionary<string, SpecSections> Documents =
        Directory.GetFiles(Spec, "*.md").ToDictionary(file => Path.GetFileName(file), file => SpecSections.Of(File.ReadAllText(file)));

    [Fact]
    public void Every_citation_of_a_rule_leads_to_a_section_of_docs_spec()
    {
        var cited = 0;
        var lost = new List<string>();
        foreach (var file in Texts())
        {
            foreach (var citation in SpecCitation.In(File.ReadAllText(file), OwnDocument(file)))
            {
                cited++;
                if (!Resolves(citation))
                    lost.Add($"{Path.GetRelativePath(Repository.Root, file)} cites {citation}");
            }
        }

        Assert.True(cited > 100, "Too few citations were found.");
        Assert.True(lost.Count == 0, $"These sections are not in docs/spec:\n{string.Join('\n', lost)}");
    }

    [Fact]
    public void No_section_number_is_given_twice_in_one_document() =>
        Assert.Empty(Documents.SelectMany(document => document.Value.GivenTwice.Select(section => $"{document.Key} §{section}")));

    [Fact]
    public void Every_link_of_the_documentation_leads_to_a_file_and_a_heading()
    {
        var pages = Texts().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Append(Path.Combine(Repository.Root, "llms.txt")).ToList();
        var lost =
            from page in pages
            from target in MarkdownLinks.TargetsIn(File.ReadAllText(page))
            let fault = MarkdownLinks.Fault(page, target)
            where fault is not null
            select $"{Path.GetRelativePath(Repository.Root, page)} links {fault}";

        Assert.Contains(pages, page => Path.GetFileName(page) == "README.md");
        Assert.True(!lost.Any(), string.Join('\n', lost));
    }

    [Theory]
    [InlineData("// see money.md §5", "money.md §5")]
    [InlineData("// docs/spec/money.md §99", "money.md §99")]
    [InlineData("/// (money.md §8, §9)", "money.md §8|money.md §9")]
    [InlineData("/// (money.md\n    /// §4, §5)", "money.md §4|money.md §5")]
    [InlineData("// payment-api.md, appendix C", "payment-api.md §appendix C")]
    [InlineData("(payment-api.md §11, appendix C)", "payment-api.md §11|payment-api.md §appendix C")]
    [InlineData("never sent (F§3.12)", "payment-api.md §3.12")]
    [InlineData("resent (design §5.6)", "design.md §5.6")]
    [InlineData("RFC 9457 §3.1.2 and CSP Level 3, §2.2", "")]
    public void Citations_are_read(string text, string citations) =>
        Assert.Equal(citations, string.Join('|', SpecCitation.In(text)));

    [Theory]
    [InlineData("money.md", "5", true)]
    [InlineData("money.md", "3.1", true)]
    [InlineData("payment-api.md", "2.9", true)]
    [InlineData("payment-api.md", "appendix C", true)]
    [InlineData("money.md", "99", false)]
    [InlineData("money.md", "3.9", false)]
    [InlineData("payment-api.md", "appendix Z", false)]
    [InlineData("design.md", "5", false)]
    public void A_citation_resolves_only_when_its_section_exists(string document, string section, bool resolves) =>
        Assert.Equal(resolves, Resolves(new SpecCitation(document, section)));

    [Fact]
    public void A_section_that_is_numbered_twice_is_noticed() =>
        Assert.Equal(["2"], SpecSections.Of("## 1. One\n## 2. Two\n### 2.1 Part\n## 2. Two again\n").GivenTwice);

    [Theory]
    [InlineData("[a](docs/glossary.md#how-it-is-kept-right)", null)]
    [InlineData("[a](docs/spec/failures.md#3-which-failure-means-what-raw-sockets-net-10012-measured)", null)]
    [InlineData("[a](docs/none.md)", "docs/none.md: there is no such file")]
    [InlineData("[a](docs/glossary.md#nothing)", "docs/glossary.md#nothing: there is no such heading")]
    public void A_broken_link_is_found(string markdown, string? fault)
    {
        var target = Assert.Single(MarkdownLinks.TargetsIn(markdown));

        Assert.Equal(fault, MarkdownLinks.Fault(Path.Combine(Repository.Root, "README.md"), target));
    }

    private static bool Resolves(SpecCitation citation) =>
        Documents.TryGetValue(citation.Document, out var sections) && sections.Names.Contains(citation.Section);

    private static string? OwnDocument(string file) => Path.GetDirectoryName(file) == Spec ? Path.GetFileName(file) : null;

    private static IEnumerable<string> Texts() =>
        Areas.Select(area => Path.Combine(Repository.Root, area)).Where(Directory.Exists)
            .SelectMany(area => Directory.EnumerateFiles(area, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Where(file => Kinds.Contains(Path.GetExtension(file)) && !IsMade(file));

    // Generated files, and this file, some of whose examples must not resolve.
    private static bool IsMade(string file)
    {
        var path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        return path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal)
            || path.Contains("/node_modules/", StringComparison.Ordinal) || path.Contains("/Migrations/", StringComparison.Ordinal)
            || path.EndsWith("/SpecLinkTests.cs", StringComparison.Ordinal);
    }
}
