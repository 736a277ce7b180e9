using System.Globalization;
using System.Text.Json;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>The operators' commands of the demo, as separate processes while the shop is open.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly ScratchDirectory _directory = new();
    private ShopProcess _shop = null!;

    private DemoShop Demo => new(_shop);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

    public async ValueTask InitializeAsync() => _shop = await ShopProcess.OpenAsync(_directory.Path, Settings.FreePorts(_directory));

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task An_order_that_needs_attention_is_listed_and_resolved_by_the_operator()
    {
        Assert.Equal((0, "No order needs an operator.\n"), await RunAsync("attention"));
        var order = await PaidOrder.MismatchAsync(Demo);

        var (listed, list) = await RunAsync("attention");
        Assert.Equal(1, listed);
        Assert.Contains(order.OrderId, list, StringComparison.Ordinal);
        Assert.Contains(order.PaymentKey, list, StringComparison.Ordinal);
        Assert.Contains("accept-amount", list, StringComparison.Ordinal);

        var (contradicted, why) = await RunAsync("resolve", order.OrderId, "not-charged", "--who", "kim", "--why", "guessed");
        Assert.Equal(1, contradicted);
        Assert.Contains("The order is not resolved.", why, StringComparison.Ordinal);

        // The gateway keeps showing the other amount; with the right one, the open shop's own query could resolve the order first.
        var (resolved, said) = await RunAsync("resolve", order.OrderId, "accept-amount", "--who=kim", "--why=looked at the dashboard");
        Assert.True(resolved == 0, said);
        Assert.Equal("paid", await Demo.StatusOfAsync(order.OrderId));
        Assert.Equal(0, (await RunAsync("attention")).ExitCode);
        Assert.Equal(1, (await RunAsync("resolve", order.OrderId, "approved", "--who", "kim", "--why", "again")).ExitCode);
        await Demo.Sandbox.ArmAsync();
    }

    [Fact]
    public async Task A_day_is_reconciled_in_three_formats_and_the_exit_code_reports_discrepancies()
    {
        var order = await PaidOrder.PayAsync(Demo);
        var from = Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var (agreed, table) = await RunAsync("reconcile", "--from", from);
        Assert.True(agreed == 0, table);
        Assert.Contains("38,000", table, StringComparison.Ordinal);
        Assert.Contains("The ledger and the gateway agree.", table, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("reconcile", "2026-11-01")).ExitCode);

        await SellElsewhereAsync("another-system-1", 7_000);
        var (broken, lines) = await RunAsync("reconcile", "--from", from, "--format", "jsonl");
        Assert.Equal(1, broken);
        var records = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["sum", "break", "total"], records.Select(record => record.GetProperty("record").GetString()));
        var key = records[1].GetProperty("transactionKey").GetString()!;
        Assert.StartsWith("record,merchant,from,until,", (await RunAsync("reconcile", "--from", from, "--format=csv")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("breaks", "assign", key, "--who", "lee")).ExitCode);
        Assert.Contains("owner lee", (await RunAsync("breaks")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("breaks", "close", key, "--who", "lee", "--why", "the other shop")).ExitCode);
        Assert.Equal(0, (await RunAsync("reconcile", "--from", from)).ExitCode);
        Assert.Equal("paid", await Demo.StatusOfAsync(order.OrderId));
    }

    [Fact]
    public async Task Purge_and_events_have_nothing_to_do_in_a_new_shop()
    {
        await PaidOrder.PayAsync(Demo);

        var (purged, said) = await RunAsync("purge");
        Assert.True(purged == 0, said);
        Assert.StartsWith("0 purchases", said, StringComparison.Ordinal);
        await Until.TrueAsync(async () => (await RunAsync("events")) is (0, "Every event was delivered.\n"));
        Assert.Equal(1, (await RunAsync("events", "retry", Guid.NewGuid().ToString())).ExitCode);
        Assert.Equal(1, (await RunAsync("events", "skip", Guid.NewGuid().ToString(), "--who", "kim", "--why", "x")).ExitCode);
    }

    [Fact]
    public async Task A_wrong_argument_is_explained_with_exit_code_2_and_without_a_secret()
    {
        string[][] wrong =
        [
            ["reconcil"], ["reconcile", "22.11.2026"], ["reconcile", "--from", "2026-11-20", "--until", "2026-11-20"], ["reconcile", "2026-11-20", "--format", "xml"],
            ["resolve", "order-1234567", "perhaps"], ["resolve", "order-1234567", "approved", "--who", "kim"], ["purge", "--all", "yes"],
        ];
        foreach (var arguments in wrong)
        {
            var (exitCode, output) = await RunAsync(arguments);
            Assert.True(exitCode == 2, $"{string.Join(' ', arguments)}: {exitCode} {output}");
            Assert.Contains("--help", output, StringComparison.Ordinal);
            Assert.DoesNotContain("fake_shop", output, StringComparison.Ordinal);
        }
        foreach (var word in new[] { "help", "--help" })
        {
            var (helped, help) = await RunAsync(word);
            Assert.Equal(0, helped);
            foreach (var command in new[] { "doctor", "attention", "resolve", "reconcile", "breaks", "events", "purge", "migrate", "order" })
                Assert.Contains($"  {command} ", help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_ledger_is_reported_with_exit_code_3()
    {
        var (exitCode, output) = await ShopProcess.RunAsync(
            _directory.Path, Settings.FreePorts(_directory).With(("ConnectionStrings__Ledger", $"Data Source={Path.Combine(_directory.Path, "nowhere", "ledger.db")}")), "attention");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("The ledger did not answer:", output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => ShopProcess.RunAsync(
        _directory.Path, Settings.FreePorts(_directory).With(("Sandbox__Url", _shop.Sandbox.GetLeftPart(UriPartial.Authority))), arguments);

    /// <summary>Makes a sale as another system with the same secret key would.</summary>
    private async Task SellElsewhereAsync(string orderId, decimal amount)
    {
        var paymentKey = await Demo.Sandbox.AuthenticateAsync(orderId, amount);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("test_gsk_fake_shop:"u8));
        using var answer = await client.PostAsync(
            new Uri(_shop.Sandbox, "/v1/payments/confirm"), DemoShop.Json($$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":{{amount}}}"""));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
