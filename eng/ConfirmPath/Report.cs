namespace PaymentSdk.ConfirmPath;

/// <summary>Prints the files and folders of the methods that ran, in the order of their first call.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<string> entered)
    {
        var methods = entered.Distinct().Select(method => (File: method.Split('|')[0], Name: method.Split('|')[1])).ToList();
        var files = methods.GroupBy(method => method.File).ToList();
        var folders = methods.Select(method => Path.GetDirectoryName(method.File)!).ToList();
        var number = 0;
        foreach (var file in files)
            Console.WriteLine($"{++number,4} {file.Key} ({file.Count()})");
        Console.WriteLine();
        Console.WriteLine("| measured in one confirm over HTTP on SQLite | now |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| methods | {methods.Count} |");
        Console.WriteLine($"| files | {files.Count} |");
        Console.WriteLine($"| files of which one method runs | {files.Count(file => file.Count() == 1)} |");
        Console.WriteLine($"| folders | {folders.Distinct().Count()} |");
        Console.WriteLine($"| changes of folder from one method to the next | {folders.Zip(folders.Skip(1)).Count(pair => pair.First != pair.Second)} |");
    }
}
