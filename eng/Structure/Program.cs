using PaymentSdk.Structure;

// What breaks the rules of the architecture now, one line each: what tests/PaymentSdk.Architecture.Tests/Known lists.
var root = args is [var given] ? given : Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "PaymentSdk.sln")))
{
    Console.Error.WriteLine($"{root} has no PaymentSdk.sln. Run this in the root of the repository, or give its path.");
    return 1;
}

var tables = AreaTables.Read(root);
foreach (var project in SourceProject.ReadAll(root))
{
    var uses = Use.In(project);
    foreach (var line in Rules.ForbiddenAreas(project, uses, tables).Concat(Rules.FoldersInCircles(project, uses)).Concat(Rules.ForeignInternals(project, uses, tables)))
        Console.WriteLine(line);
}

return 0;
