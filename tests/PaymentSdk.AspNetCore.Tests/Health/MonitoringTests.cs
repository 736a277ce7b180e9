using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Endpoints;

namespace PaymentSdk.AspNetCore.Tests.Health;

/// <summary>Compares the dashboard, the alert rules and the operations page with the instruments that a running shop publishes.</summary>
public sealed partial class MonitoringTests
{
    /// <summary>The labels of the SDK's counters, and those that Prometheus adds.</summary>
    private static readonly HashSet<string> Labels =
    [
        "merchant", "outcome", "method", "refusal", "cause", "type", "attempt", "paymentsdk_operation", "paymentsdk_kind", "paymentsdk_path", "http_response_status_code", "error_type",
        "le", "severity", "alertname", "instance",
    ];

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yml")]
    public async Task Every_metric_and_label_of_the_file_is_one_of_the_code(string file)
    {
        var known = (await InstrumentsAsync()).SelectMany(InPrometheus).ToHashSet();
        var text = await ReadAsync("docs", "monitoring", file);

        var used = Metrics().Matches(text).Select(match => match.Value).ToHashSet();
        Assert.True(used.Count > 8, $"{file} names only {used.Count} metrics.");
        Assert.Empty(used.Except(known));
        Assert.Empty(Selectors().Matches(text).Select(match => match.Groups[1].Value).Except(Labels));
        Assert.Empty(Groupings().Matches(text).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).Except(Labels));
    }

    [Fact]
    public async Task Every_counter_and_gauge_of_the_ledger_is_on_the_dashboard()
    {
        var shown = Metrics().Matches(await ReadAsync("docs", "monitoring", "dashboard.json")).Select(match => match.Value).ToHashSet();

        Assert.DoesNotContain(await InstrumentsAsync(), instrument => !InPrometheus(instrument).Any(shown.Contains));
    }

    [Fact]
    public async Task Every_instrument_is_on_the_operations_page_with_its_unit_and_its_labels()
    {
        var rows = (await ReadAsync("docs", "operations.md")).Split('\n').Where(line => line.StartsWith("| `paymentsdk.", StringComparison.Ordinal)).ToList();
        var instruments = await InstrumentsAsync();

        Assert.Equal(
            instruments.Select(instrument => $"| `{instrument.Name}` | {instrument.Unit} |").Order(StringComparer.Ordinal),
            rows.Select(row => string.Concat(row.Split('|')[..3].Select(cell => $"{cell}|"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Grafana_can_import_the_dashboard()
    {
        var dashboard = JsonDocument.Parse(await ReadAsync("docs", "monitoring", "dashboard.json")).RootElement;
        var panels = dashboard.GetProperty("panels").EnumerateArray().ToList();

        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(
            panels.Where(panel => panel.GetProperty("type").GetString() != "row").SelectMany(panel => panel.GetProperty("targets").EnumerateArray()),
            target => Assert.Equal("${datasource}", target.GetProperty("datasource").GetProperty("uid").GetString()));
    }

    /// <summary>Returns the names that an exporter gives an instrument: dots become underscores, and a unit in braces is omitted.</summary>
    private static IEnumerable<string> InPrometheus(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        return instrument.GetType().Name.Split('`')[0] switch
        {
            "Counter" => [name + "_total"],
            "Histogram" => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }

    /// <summary>Returns the instruments of a running shop with one opened order, because an instrument is published when it is created.</summary>
    private static async Task<List<Instrument>> InstrumentsAsync()
    {
        var found = new ConcurrentDictionary<string, Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Name.StartsWith("paymentsdk.", StringComparison.Ordinal))
                    found.TryAdd(instrument.Name, instrument);
            },
        };
        listener.Start();
        await using var shop = await PayingShop.StartAsync();
        var purchase = new NewPurchase { Amount = Money.Krw(15_000), OrderName = "Two mugs" };
        Assert.IsType<OpenOutcome.Opened>(await shop.Services.GetRequiredService<ICheckout>().OpenAsync(purchase, TestContext.Current.CancellationToken));
        Assert.True((await shop.Page.GetAsync("/payments/widget", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        return [.. found.Values];
    }

    private static Task<string> ReadAsync(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaymentSdk.sln")))
            folder = folder.Parent!;
        return File.ReadAllTextAsync(Path.Combine([folder.FullName, .. path]), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("paymentsdk_(?:ledger|client|confirms|refunds|purchases|event|webhooks|origin)[a-z_]*")]
    private static partial Regex Metrics();

    [GeneratedRegex("""[{,]\s*([a-z_]+)\s*(?:=~|!=|!~|=)\s*\\?["]""")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\bby \(([a-z_, ]+)\)")]
    private static partial Regex Groupings();
}
