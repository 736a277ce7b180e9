using PaymentSdk.Structure;

// Usage: structure [measure | violations | single-users | uses] [root of the repository]
var command = args.FirstOrDefault() ?? "measure";
var root = args.Skip(1).FirstOrDefault() ?? Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "PaymentSdk.sln")))
{
    Console.Error.WriteLine($"{root} has no PaymentSdk.sln. Run this in the root of the repository, or give its path as the second argument.");
    return 1;
}

var projects = SourceProject.ReadAll(root);
var uses = projects.AsParallel().AsOrdered().Select(Use.In).ToList();
switch (command)
{
    case "measure":
        Measure();
        return 0;
    case "violations":
        var tables = AreaTables.Read(root);
        foreach (var (project, used) in projects.Zip(uses))
            Print(Rules.ForbiddenAreas(project, used, tables).Concat(Rules.FoldersInCircles(project, used)).Concat(Rules.ForeignInternals(project, used, tables))
                .Concat(project.Name == "PaymentSdk.Sandbox" || project.Folder.StartsWith("samples/", StringComparison.Ordinal) ? [] : Rules.NamespacesBesideReach(project)));
        return 0;
    case "single-users":
        Print(Measures.SingleUserFiles(projects, uses));
        return 0;
    case "uses":
        foreach (var (project, used) in projects.Zip(uses))
            Print(used.Where(use => use.TypeProject == project.Name && use.Folder != use.TypeFolder).Select(use => $"{project.Name}: {use.Folder} -> {use.TypeFolder}: {use.Type.Name}").Distinct().Order(StringComparer.Ordinal));
        return 0;
    default:
        Console.Error.WriteLine($"'{command}' is unknown. Commands: measure (the default), violations, single-users, uses.");
        return 1;
}

static void Print(IEnumerable<string> lines)
{
    foreach (var line in lines)
        Console.WriteLine(line);
}

void Measure()
{
    var library = projects.Zip(uses).Where(row => row.First.Folder.StartsWith("src/", StringComparison.Ordinal)).ToList();
    var (citations, files) = Measures.Citations(projects);
    var (values, printed, contexts) = Measures.BoilerplateLines(library.Select(row => row.First));
    Console.WriteLine("| measured | now |");
    Console.WriteLine("|---|---|");
    Console.WriteLine($"| citations of docs/spec in comments of src and samples | {citations} in {files} files |");
    Console.WriteLine($"| citations of files in public documentation and strings of src | {library.Sum(row => FileCitations.InPublicDocumentation(row.First).Count() + FileCitations.InStrings(row.First).Count())} |");
    Console.WriteLine($"| folders in circles, first level | {Circled(use => (use.Area, use.TypeArea))} |");
    Console.WriteLine($"| folders in circles, all levels | {Circled(use => (use.Folder, use.TypeFolder))} |");
    Console.WriteLine($"| internal files of at most 40 lines with one single user | {Measures.SingleUserFiles([.. library.Select(row => row.First)], [.. library.Select(row => row.Second)]).Count} |");
    Console.WriteLine($"| lines of boilerplate | {values + printed + contexts}: {values} of text values, {printed} of PrintMembers, {contexts} of JSON contexts |");
    Console.WriteLine($"| public types that every shop uses outside the namespace PaymentSdk, and other public types in it | {library.Where(row => row.First.Name != "PaymentSdk.Sandbox").Sum(row => Rules.NamespacesBesideReach(row.First).Count)} |");

    string Circled(Func<Use, (string From, string To)> folders) => string.Join(", ", projects.Zip(uses).Select(row =>
    {
        var (inCircles, all) = Measures.Folders(row.First, row.Second, folders);
        return $"{row.First.Name} {inCircles} of {all}";
    }).Where(text => !text.EndsWith(" of 0", StringComparison.Ordinal)));
}
