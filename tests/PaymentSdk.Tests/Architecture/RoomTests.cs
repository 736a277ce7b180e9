using System.Text.RegularExpressions;

namespace PaymentSdk.Tests.Architecture;

/// <summary>Who may know whom: the table of docs/architecture.md, held against the source.</summary>
public sealed partial class RoomTests
{
    private static readonly string Root = Repository.Root;

    [Fact]
    public void Each_project_knows_only_the_projects_that_the_architecture_allows()
    {
        var allowed = new Dictionary<string, string[]>
        {
            ["src/PaymentSdk"] = [],
            ["src/PaymentSdk.AspNetCore"] = ["PaymentSdk"],
            ["src/PaymentSdk.EntityFrameworkCore"] = ["PaymentSdk"],
            ["src/PaymentSdk.Sandbox"] = [],
        };

        var found = Directory.GetDirectories(Path.Combine(Root, "src")).ToDictionary(
            folder => "src/" + Path.GetFileName(folder),
            folder => ProjectReference().Matches(File.ReadAllText(Directory.GetFiles(folder, "*.csproj").Single()))
                .Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value)).Order().ToArray());

        Assert.Equal(allowed.OrderBy(row => row.Key), found.OrderBy(row => row.Key));
    }

    [Fact]
    public void Each_room_of_PaymentSdk_uses_only_the_rooms_that_the_architecture_allows()
    {
        var rooms = Rooms("src/PaymentSdk");
        var allowed = AllowedRooms();
        Assert.Equal(allowed.Keys.Order(), rooms.Keys.Where(room => room.Length > 0).Order());

        var broken =
            from room in rooms
            where room.Key.Length > 0
            from file in room.Value
            let source = WithoutComments(File.ReadAllText(file))
            let words = UsedNames(source)
            from other in rooms
            where other.Key != room.Key && !allowed[room.Key].Contains(other.Key)
            let imported = source.Contains($"using PaymentSdk.{other.Key};", StringComparison.Ordinal)
            from type in other.Value.SelectMany(file => DeclaredTypes(file, imported)).Distinct()
            where words.Contains(type) && !IsException(file, type)
            select $"{Path.GetRelativePath(Root, file)} uses {type} of {(other.Key.Length == 0 ? "the root" : other.Key)}";

        Assert.True(!broken.Any(), string.Join("\n", broken.Distinct()));
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines_and_no_folder_is_called_after_nothing()
    {
        var files = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllLines(file).Length > 250);
        Assert.DoesNotContain(files, file => EmptyName().IsMatch(Path.GetRelativePath(Root, file)));
    }

    /// <summary>The rows of the table under "Areas": area, and what it may use.</summary>
    private static Dictionary<string, string[]> AllowedRooms() =>
        File.ReadAllLines(Path.Combine(Root, "docs", "architecture.md"))
            .Select(line => RoomRow().Match(line))
            .Where(match => match.Success)
            .ToDictionary(
                match => match.Groups["room"].Value,
                match => Identifier().Matches(match.Groups["uses"].Value.Split(';')[0]).Select(word => word.Value).ToArray());

    // The builder extensions put a registration together: wiring knows every room, and nothing else does.
    private static bool IsException(string file, string type) =>
        Path.GetFileName(file) == "OrderLedgerBuilderExtensions.cs"
        || type is "IPaymentClient" or "PaymentSdkOptions" or "RequestOptions" or "PaymentSdkBuilder" or "RecoveryOptions";

    private static Dictionary<string, string[]> Rooms(string project)
    {
        var folder = Path.Combine(Root, project);
        return Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Room: Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Split('/')[0].Trim('.')))
            .Where(file => file.Room is not ("obj" or "bin"))
            .GroupBy(file => file.Room, file => file.File)
            .ToDictionary(room => room.Key, room => room.ToArray());
    }

    /// <summary>The public types of a file; its internal ones too where its room's namespace is imported.</summary>
    private static IEnumerable<string> DeclaredTypes(string file, bool imported) =>
        Declaration().Matches(WithoutComments(File.ReadAllText(file)))
            .Where(match => imported || match.Value.StartsWith("public", StringComparison.Ordinal))
            .Select(match => match.Groups[1].Value);

    /// <summary>Every name but members behind a dot, members that are being set and names that are being declared.</summary>
    private static HashSet<string> UsedNames(string source) =>
        Identifier().Matches(source)
            .Where(match => match.Index == 0 || source[match.Index - 1] != '.')
            .Where(match => !SetHere().IsMatch(source[(match.Index + match.Length)..Math.Min(source.Length, match.Index + match.Length + 4)]))
            .Where(match => !DeclaredHere().IsMatch(source[Math.Max(0, match.Index - 60)..match.Index]))
            .Select(match => match.Value).ToHashSet();

    private static string WithoutComments(string source) => Quoted().Replace(Comment().Replace(source, ""), "\"\"");

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"^\| `(?<room>\w+)` \| [^|]+ \| (?<uses>[^|]+) \|$")]
    private static partial Regex RoomRow();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    // Top-level types only: what is nested is named through its owner.
    [GeneratedRegex(@"^(?:public|internal)[\w ]*?(?:record struct|record|class|struct|interface|enum)\s+([A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // A type and a space before a name: the name is a member, a parameter or a local. Keywords declare nothing.
    [GeneratedRegex(@"(?<![\w.])(?!(?:new|return|is|not|or|and|as|in|out|ref|public|internal|private|static|readonly|required|async|await|throw|case|override|sealed|abstract|const|params|this|else|event|implicit|explicit)\b)\w+[>?\]]* $")]
    private static partial Regex DeclaredHere();

    // "Name = value": only a member, a parameter or a local can be set.
    [GeneratedRegex(@"^ = ")]
    private static partial Regex SetHere();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(^|/)(helpers?|utils?|common|misc|managers?|base)(/|\.)", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyName();
}
