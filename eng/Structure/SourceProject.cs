using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PaymentSdk.Generators;

namespace PaymentSdk.Structure;

/// <summary>One project of the repository, compiled from its current sources on disk.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly string[] Areas = ["src", "samples"];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse);

    /// <summary>The references of this program itself: the platform and the packages of the projects.</summary>
    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PaymentSdk.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private SourceProject(string folder, string name, IReadOnlyList<string> references, CSharpCompilation compilation)
    {
        Folder = folder;
        Name = name;
        References = references;
        Compilation = compilation;
    }

    /// <summary>The path from the root of the repository, such as <c>src/PaymentSdk</c>.</summary>
    public string Folder { get; }

    public string Name { get; }

    /// <summary>The names of the referenced projects, in alphabetical order.</summary>
    public IReadOnlyList<string> References { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The files of the project, with paths relative to its folder. Migrations are excluded, because they are generated.</summary>
    public IEnumerable<SyntaxTree> Files => Compilation.SyntaxTrees.Where(tree => IsOnDisk(tree) && !tree.FilePath.StartsWith("Migrations/", StringComparison.Ordinal));

    /// <summary>Returns true for a file on disk. The output of a source generator is compiled, but is not a file of the project.</summary>
    public static bool IsOnDisk(SyntaxTree tree) => tree.FilePath.Length > 0 && !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>Returns the folder of a file, relative to the project; empty for the root.</summary>
    public static string FolderOf(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/');

    /// <summary>Reads one project.</summary>
    /// <param name="root">The folder of the solution.</param>
    /// <param name="folder">The folder of the project, such as <c>src/PaymentSdk</c>.</param>
    /// <param name="known">The projects that it can reference. They must have been read before.</param>
    /// <param name="extra">Source files that are not on disk (relative path, text). A file with the path of an existing file replaces it.</param>
    public static SourceProject Read(string root, string folder, IReadOnlyCollection<SourceProject> known, params (string Path, string Text)[] extra)
    {
        var path = Path.Combine(root, folder);
        var project = XDocument.Load(Directory.GetFiles(path, "*.csproj").Single());
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToList();
        var friends = project.Descendants("InternalsVisibleTo").Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend.Attribute("Include")!.Value}\")]");
        var web = project.Root!.Attribute("Sdk")!.Value.EndsWith(".Web", StringComparison.Ordinal);
        var name = Path.GetFileName(folder);

        var files = Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(path, file).Replace('\\', '/'), Full: file))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => extra.All(replacing => replacing.Path != file.Path))
            .Select(file => (file.Path, Text: File.ReadAllText(file.Full)))
            .Concat(extra)
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path))
            .Append(CSharpSyntaxTree.ParseText(string.Join('\n', friends.Prepend(web ? ImplicitUsings + WebUsings : ImplicitUsings)), Parsing));
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            [.. Platform, .. Reached(references, known).Select(project => project.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new TextValueGenerator().AsSourceGenerator()], parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return new SourceProject(folder, name, references, (CSharpCompilation)whole);
    }

    /// <summary>Reads the projects of <c>src</c> and <c>samples</c>, each after the projects that it references.</summary>
    public static IReadOnlyList<SourceProject> ReadAll(string root)
    {
        var waiting = Areas
            .SelectMany(area => Directory.GetDirectories(Path.Combine(root, area)))
            .Where(folder => Directory.GetFiles(folder, "*.csproj").Length == 1)
            .Select(folder => Path.GetRelativePath(root, folder).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).Reverse().ToList();
        var read = new List<SourceProject>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FirstOrDefault(folder => Needs(root, folder).All(need => read.Any(project => project.Name == need)))
                ?? throw new InvalidOperationException($"These projects reference each other, or one outside src and samples: {string.Join(", ", waiting)}.");
            read.Add(Read(root, ready, read));
            waiting.Remove(ready);
        }

        return [.. read.OrderBy(project => project.Folder, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Needs(string root, string folder) =>
        XDocument.Load(Directory.GetFiles(Path.Combine(root, folder), "*.csproj").Single()).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    // A reference includes the references of the referenced project.
    private static HashSet<SourceProject> Reached(IReadOnlyList<string> names, IReadOnlyCollection<SourceProject> known)
    {
        var reached = new HashSet<SourceProject>();
        var waiting = new Queue<string>(names);
        while (waiting.TryDequeue(out var name))
        {
            var project = known.First(one => one.Name == name);
            if (!reached.Add(project))
                continue;
            foreach (var next in project.References)
                waiting.Enqueue(next);
        }

        return reached;
    }
}
