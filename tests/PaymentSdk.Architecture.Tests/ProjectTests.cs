using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaymentSdk.Structure;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The references that each project must have, and the names and lengths of its source files.</summary>
public sealed partial class ProjectTests
{
    /// <summary>The projects, packages and frameworks that the project file of each project references.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/PaymentSdk"] =
        [
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Http",
            "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Options.ConfigurationExtensions", "PaymentSdk.Generators", "Polly.Core", "Polly.Extensions",
        ],
        ["src/PaymentSdk.AspNetCore"] = ["Microsoft.AspNetCore.App", "PaymentSdk"],
        ["src/PaymentSdk.CommandLine"] = ["PaymentSdk", "System.CommandLine"],
        ["src/PaymentSdk.EntityFrameworkCore"] = ["Microsoft.EntityFrameworkCore.Relational", "PaymentSdk"],
        ["src/PaymentSdk.Generators"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["src/PaymentSdk.Sandbox"] = ["Microsoft.AspNetCore.App"],
        ["samples/CheckoutDemo"] =
        [
            "Microsoft.AspNetCore.OpenApi", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "PaymentSdk.AspNetCore",
            "PaymentSdk.CommandLine", "PaymentSdk.EntityFrameworkCore", "PaymentSdk.Sandbox",
        ],
        ["samples/ManyMerchants"] = ["Microsoft.EntityFrameworkCore.Sqlite", "PaymentSdk.AspNetCore"],
        ["samples/NativeConsole"] = ["PaymentSdk"],
        ["samples/RazorShop"] = ["Microsoft.EntityFrameworkCore.Sqlite", "PaymentSdk.AspNetCore", "PaymentSdk.EntityFrameworkCore", "PaymentSdk.Sandbox"],
    };

    // The empty text after the last line feed is counted as a line.
    private const int LongestFile = 300 + 1;

    [Fact]
    public void Each_project_references_only_what_the_architecture_allows() =>
        Assert.Equal(
            Allowed.OrderBy(row => row.Key, StringComparer.Ordinal),
            Sources.Projects.ToDictionary(project => project.Folder, References).OrderBy(row => row.Key, StringComparer.Ordinal));

    [Fact]
    public void No_string_names_another_project() =>
        KnownViolations.Compare("strings.txt", 1, Sources.Projects.Where(IsLibrary).SelectMany(project => Rules.ProjectsNamedByString(project, Names)));

    [Theory]
    [InlineData("System.Type.GetType(\"PaymentSdk.AspNetCore.Endpoints.Added, PaymentSdk.AspNetCore\")")]
    [InlineData("System.Type.GetType($\"PaymentSdk.AspNetCore.{nameof(Money)}\")")]
    [InlineData("System.Reflection.Assembly.Load(\"Version=1.0.0.0, PaymentSdk.AspNetCore\")")]
    public void A_project_that_is_named_by_a_string_is_found(string expression)
    {
        var copy = Sources.With("PaymentSdk", "Values/Added.cs", $"namespace PaymentSdk.Values; internal static class Added {{ public static object? It() => {expression}; }}");

        Assert.Contains("PaymentSdk: Values/Added.cs names PaymentSdk.AspNetCore by a string", Rules.ProjectsNamedByString(copy, Names));
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines_and_no_folder_has_a_meaningless_name()
    {
        var files = Sources.Projects.Where(IsLibrary).SelectMany(project => project.Files).ToList();

        Assert.NotEmpty(files);
        var faults = files.Where(file => file.GetText().Lines.Count > LongestFile || EmptyName().IsMatch(file.FilePath)).Select(file => file.FilePath).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string[] Names => [.. Sources.Projects.Select(project => project.Name)];

    private static bool IsLibrary(SourceProject project) => project.Folder.StartsWith("src/", StringComparison.Ordinal);

    private static string[] References(SourceProject project) =>
        [.. XDocument.Load(Directory.GetFiles(Path.Combine(Repository.Root, project.Folder), "*.csproj").Single()).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")!.Value)
            .Select(name => name.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : name).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(^|/)(helpers?|utils?|common|misc|managers?|base)(/|\.)", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyName();
}
