using System.Text.Json;

namespace PaymentSdk.CommandLine.Tests;

/// <summary>The commands of a minimal host, as an operator types them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly CommandProcess _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_host_without_a_command_runs()
    {
        Assert.Equal(new CommandAnswer(42, "The host runs.\n", ""), await _shop.RunAsync(""));
        Assert.Equal(42, (await _shop.RunAsync("--Some:Setting=1")).ExitCode);
    }

    [Fact]
    public async Task Migrate_makes_the_tables_that_everything_else_needs()
    {
        var before = await _shop.RunAsync("attention");
        Assert.Equal((3, ""), (before.ExitCode, before.Output));
        Assert.StartsWith("The ledger did not answer:", before.Error, StringComparison.Ordinal);

        var first = await _shop.RunAsync("migrate");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.StartsWith("Applied: ", first.Output, StringComparison.Ordinal);
        Assert.Equal(new CommandAnswer(0, "The tables were up to date.\n", ""), await _shop.RunAsync("migrate --merchant b"));
        Assert.Equal(new CommandAnswer(0, "No order needs an operator.\n", ""), await _shop.RunAsync("attention"));
        Assert.Equal(new CommandAnswer(0, "", ""), await _shop.RunAsync("attention --json"));
        Assert.Equal(new CommandAnswer(0, "Every event was delivered.\n", ""), await _shop.RunAsync("events --merchant=b"));
        Assert.Equal("{\"purchases\":0,\"movements\":0,\"messages\":0}\n", (await _shop.RunAsync("purge --json")).Output);
        Assert.Equal(new CommandAnswer(0, "No discrepancy is open.\n", ""), await _shop.RunAsync("breaks --Some:Setting=1"));
    }

    [Fact]
    public async Task Order_shows_the_ledger_entry_of_an_order_of_its_registration()
    {
        await _shop.RunAsync("migrate");
        var opened = await _shop.RunAsync("open");
        Assert.True(opened.ExitCode == 0, opened.Error);
        var ids = opened.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

        var text = await _shop.RunAsync($"order {ids[0]}");
        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains("사과 한 상자\n  order number A-17\n", text.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await _shop.RunAsync($"order {ids[3]} --merchant b --json")).Output).RootElement;
        Assert.Equal((ids[2], 15000), (json.GetProperty("orderId").GetString(), json.GetProperty("amount").GetProperty("value").GetInt32()));
        Assert.Equal("A-17", json.GetProperty("orderNumber").GetString());
        Assert.Equal(1, json.GetProperty("journal").GetArrayLength());
        Assert.Equal(new CommandAnswer(1, $"There is no order and no purchase {ids[0]}.\n", ""), await _shop.RunAsync($"order {ids[0]} --merchant b"));
        Assert.Equal(1, (await _shop.RunAsync($"resolve {ids[0]} approved --who kim --why seen")).ExitCode);
        var resolved = JsonDocument.Parse((await _shop.RunAsync($"resolve {ids[0]} approved --who kim --why seen --json")).Output).RootElement;
        Assert.Equal("not-needed", resolved.GetProperty("result").GetString());
    }

    [Fact]
    public async Task Api_that_does_not_answer_is_reported_with_exit_code_3()
    {
        await _shop.RunAsync("migrate");

        var answer = await _shop.RunAsync("reconcile 2026-11-22");

        Assert.Equal((3, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("The payment API could not be queried:", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_reports_each_check_as_a_line_of_JSON()
    {
        await _shop.RunAsync("migrate");

        var answer = await _shop.RunAsync("doctor --json --timeout 300");

        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("name").GetString()!.StartsWith("keys", StringComparison.Ordinal) && line.GetProperty("state").GetString() == "ok");
        Assert.Equal(lines.Any(line => line.GetProperty("state").GetString() == "fault") ? 1 : 0, answer.ExitCode);
        Assert.DoesNotContain("fake_shop", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_are_listed_with_exit_code_3()
    {
        var answer = await _shop.RunAsync(["attention"], ("Payment__SecretKey", "nonsense"));

        Assert.Equal((3, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("The settings are wrong. Please correct:\n  - ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", answer.Error, StringComparison.Ordinal);
    }
}
