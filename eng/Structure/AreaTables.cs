using System.Text.RegularExpressions;

namespace PaymentSdk.Structure;

/// <summary>The allowed uses between areas, as defined by the tables of <c>docs/architecture.md</c>.</summary>
internal sealed partial class AreaTables
{
    private readonly Dictionary<string, Dictionary<string, string[]>> _tables = [];

    private AreaTables(string markdown)
    {
        Dictionary<string, string[]>? table = null;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Header().Match(line) is { Success: true } header)
                _tables.Add(header.Groups["project"].Value, table = []);
            else if (table is not null && Row().Match(line) is { Success: true } row)
                table.Add(row.Groups["area"].Value, Names(row.Groups["uses"].Value));
            else if (!line.StartsWith('|'))
                table = null;
            if (InternalsRow().Match(line) is { Success: true } friend)
                Internals.Add(friend.Groups["project"].Value, Names(friend.Groups["uses"].Value));
        }
    }

    /// <summary>The areas or folders of <c>PaymentSdk</c> whose internal types another project can use, by the name of that project.</summary>
    public Dictionary<string, string[]> Internals { get; } = [];

    public static AreaTables Read(string root) => new(File.ReadAllText(Path.Combine(root, "docs", "architecture.md")));

    /// <summary>Returns the areas of a project, each with the areas of the same project that it can use; empty for a project without areas.</summary>
    public IReadOnlyDictionary<string, string[]> Of(string project) => _tables.GetValueOrDefault(project, []);

    private static string[] Names(string uses) => [.. Identifier().Matches(uses).Select(name => name.Value)];

    [GeneratedRegex(@"^\| area of `(?<project>[\w.]+)` \|")]
    private static partial Regex Header();

    [GeneratedRegex(@"^\| `(?<area>\w+)` \|[^|]+\|(?<uses>[^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<project>[\w.]+)` uses the internals of \|(?<uses>[^|]*)\|$")]
    private static partial Regex InternalsRow();

    [GeneratedRegex(@"[\w/]+")]
    private static partial Regex Identifier();
}
