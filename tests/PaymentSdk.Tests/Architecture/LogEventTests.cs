using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Tests.Architecture;

/// <summary>The table of log events, generated from the code. Event ids must not change, because the alerts of shops depend on them.</summary>
public sealed partial class LogEventTests
{
    private const string Begin = "<!-- log events: made from the code, LogEventTests fails when it differs -->\n";
    private const string End = "<!-- end of log events -->";

    private static readonly Assembly[] Packages =
    [
        typeof(ICheckout).Assembly, typeof(MerchantOriginBuilderExtensions).Assembly, typeof(EntityFrameworkLedgerBuilderExtensions).Assembly, typeof(Sandbox.SandboxGateway).Assembly,
    ];

    [Fact]
    public async Task The_table_of_log_events_matches_the_code()
    {
        var table = new StringBuilder("| id | level | package | message |\n|---|---|---|---|\n");
        foreach (var (package, message) in All().OrderBy(row => row.Message.EventId))
            table.Append($"| {message.EventId} | {message.Level} | `{package}` | {message.Message.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)} |\n");

        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "log-events.md"), TestContext.Current.CancellationToken);
        var shown = page.Split(Begin)[^1].Split(End)[0];
        var made = Path.Combine(AppContext.BaseDirectory, "log-events.md");
        await File.WriteAllTextAsync(made, table.ToString(), TestContext.Current.CancellationToken);
        Assert.True(shown == table.ToString(), $"The table in docs/log-events.md differs from the code. Copy {made} between its markers.");
    }

    [Fact]
    public void An_event_id_is_used_once_in_all_packages() =>
        Assert.Empty(All().GroupBy(row => row.Message.EventId).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Every_log_message_of_the_sources_is_in_the_table()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();

        Assert.Equal(sources.Sum(source => Generated().Count(source)), All().Count);
        Assert.Empty(sources.SelectMany(source => ByHand().Matches(source).Select(match => match.Value)));
    }

    [Fact]
    public async Task Every_event_that_the_operations_page_names_exists()
    {
        var known = All().Select(row => row.Message.EventId).ToHashSet();
        foreach (var page in (string[])["docs/operations.md", "docs/start.md", "docs/start.ko.md", "docs/monitoring/alerts.yml"])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
            Assert.Empty(Named().Matches(text).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Except(known));
        }
    }

    private static List<(string Package, LoggerMessageAttribute Message)> All() => [.. Packages.SelectMany(package => package.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
        .OfType<LoggerMessageAttribute>()
        .Select(message => (package.GetName().Name!, message)))];

    [GeneratedRegex(@"\[LoggerMessage\(")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex ByHand();

    [GeneratedRegex(@"(?:event|이벤트) (\d{2,4})\b")]
    private static partial Regex Named();
}
