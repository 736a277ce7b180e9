using System.Text.RegularExpressions;

namespace StartShop.Tests;

/// <summary>The code in docs/start.md, llms.txt, AGENTS.md and the readmes of the packages is the code that is compiled and run here.</summary>
public sealed partial class StartPageTests
{
    private static readonly Dictionary<string, string[]> Compared = new()
    {
        ["csharp"] = [".cs"],
        ["html"] = [".html"],
        ["js"] = [".js"],
    };

    private static readonly List<(string Kind, string Text)> Sources =
    [
        .. new[] { "StartShop", "StartShop.Tests", "StartAspire", "CommandShop" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(StartPage.Root, "tests", project), "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => (Path.GetExtension(file), Dedented(File.ReadAllText(file)))),
    ];

    /// <summary>Each page, with the minimum number of its blocks that are compared.</summary>
    public static TheoryData<string, int> Pages => new()
    {
        { "docs/start.md", 20 },
        { "llms.txt", 7 },
        { "AGENTS.md", 0 },
        { "src/PaymentSdk/README.md", 1 },
        { "src/PaymentSdk.AspNetCore/README.md", 1 },
        { "src/PaymentSdk.CommandLine/README.md", 1 },
        { "src/PaymentSdk.EntityFrameworkCore/README.md", 1 },
        { "src/PaymentSdk.Sandbox/README.md", 1 },
        { "templates/PaymentSdk.Templates/README.md", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_in_a_file_that_is_compiled_or_served(string page, int least)
    {
        var blocks = new StartPage(page).Blocks.Where(block => Compared.ContainsKey(block.Language)).ToList();
        var lost = blocks.Where(block => !Sources.Any(source =>
            Compared[block.Language].Contains(source.Kind) && source.Text.Contains("\n" + Dedented(block.Text).TrimStart('\n'), StringComparison.Ordinal)));

        Assert.True(blocks.Count >= least, $"{blocks.Count} blocks were found.");
        Assert.True(!lost.Any(), string.Join("\n---\n", lost.Select(block => block.Text)));
    }

    [Fact]
    public void Every_readme_of_a_package_is_compared() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(StartPage.Root, "src"), "README.md", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)!).StartsWith("PaymentSdk", StringComparison.Ordinal)),
            file => Assert.Contains(Pages, row => row.Data.Item1 == Path.GetRelativePath(StartPage.Root, file).Replace('\\', '/')));

    [Fact]
    public void The_first_program_is_the_whole_program_that_runs()
    {
        var program = File.ReadAllText(Path.Combine(StartPage.Root, "tests", "StartShop", "Program.cs"));

        Assert.Equal(program, StartPage.English.Blocks.First(block => block.Language == "csharp").Text);
    }

    [Fact]
    public void The_Korean_page_shows_the_same_blocks() =>
        Assert.Equal(StartPage.English.Blocks, StartPage.Korean.Blocks);

    [Fact]
    public void The_packages_are_named_with_the_versions_that_are_tested()
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(StartPage.Root, StartPage.English.Name))).ToList();
        var pinned = Pinned().Matches(File.ReadAllText(Path.Combine(StartPage.Root, "Directory.Packages.props")))
            .ToDictionary(match => match.Groups["id"].Value, match => match.Groups["version"].Value);
        var own = Own().Match(File.ReadAllText(Path.Combine(StartPage.Root, "Directory.Build.props"))).Groups["version"].Value;

        Assert.True(named.Count > 7, "The commands are found at all.");
        Assert.All(named, match => Assert.Equal(
            match.Groups["id"].Value.StartsWith("PaymentSdk", StringComparison.Ordinal) ? own : pinned[match.Groups["id"].Value], match.Groups["version"].Value));
    }

    [Fact]
    public void A_block_that_differs_is_noticed() =>
        Assert.DoesNotContain(Sources, source => source.Text.Contains("\nvar builder = WebApplication.CreateBuilder(args, 1);", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:add package (?<id>\S+) --version |new install (?<id>[\w.]+)@)(?<version>[0-9][\w.-]*)")]
    private static partial Regex Named();

    [GeneratedRegex(@"PackageVersion Include=""(?<id>[^""]+)"" Version=""(?<version>[^""]+)""")]
    private static partial Regex Pinned();

    [GeneratedRegex("<Version>(?<version>.*)</Version>")]
    private static partial Regex Own();

    // The page chooses its own indentation.
    private static string Dedented(string text) => "\n" + string.Join('\n', text.Split('\n').Select(line => line.TrimStart()));
}
