using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;

namespace PaymentSdk.CommandLine.Tests;

/// <summary><c>doctor --first-contact</c>, as the first command that an owner of test keys runs.</summary>
public sealed class FirstContactTests : IDisposable
{
    private readonly CommandProcess _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task The_sandbox_does_as_it_is_documented()
    {
        await using var sandbox = await SandboxGateway.StartAsync();

        var answer = await FirstContactAsync(sandbox.Address);

        Assert.DoesNotContain("differs", answer.Output, StringComparison.Ordinal);
        Assert.Contains(" as documented, 0 different, 0 not answered. Nothing was charged.", answer.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.DoesNotContain("fake_shop", answer.Output, StringComparison.Ordinal);
        Assert.Empty(sandbox.ReadPayments());
    }

    [Fact]
    public async Task Each_difference_is_reported_as_a_line_of_JSON()
    {
        await using var sandbox = await SandboxGateway.StartAsync();
        await sandbox.ArmAsync(new SandboxFault(SandboxOperation.Transactions, SandboxFaultKind.UnknownCode) { Count = 100 });

        var answer = await FirstContactAsync(sandbox.Address, "--json");

        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(("first-contact", "widget", false), (lines[0].GetProperty("record").GetString(), lines[0].GetProperty("keys").GetString(), lines[0].GetProperty("provider").GetBoolean()));
        Assert.All(
            lines.Skip(1),
            line => Assert.Equal(line.GetProperty("id").GetString()!.StartsWith("transactions", StringComparison.Ordinal) ? "differs" : "as-documented", line.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Only_status_and_code_of_an_answer_are_shown()
    {
        await using var odd = await OddApi.StartAsync();

        var answer = await FirstContactAsync(odd.Address);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("differs        error-members", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Output.Split('\n', ' '), word => word.Contains("fake", StringComparison.Ordinal) && word != "api.tosspayments.com");
        Assert.DoesNotContain("tvivarep", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_does_not_answer_is_called_twice_and_no_more()
    {
        var answer = await _shop.RunAsync("doctor --first-contact");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("not requested: two requests in a row were not answered (ConnectionError)", answer.Output, StringComparison.Ordinal);
        Assert.Contains("0 as documented, 0 different, ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_the_API_refuses_are_reported_and_no_other_call_is_made()
    {
        await using var sandbox = await SandboxGateway.StartAsync(options => options.Keys = [new("test_gsk_fake_other", "test_gck_fake_other")]);

        var answer = await FirstContactAsync(sandbox.Address);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("not requested: the API refuses the secret key (401 UNAUTHORIZED_KEY)", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_keys_are_refused_and_nothing_is_sent()
    {
        var answer = await _shop.RunAsync(
            ["doctor", "--first-contact"],
            ("Payment__SecretKey", "live_gsk_fake_shop"), ("Payment__ClientKey", "live_gck_fake_shop"), ("Payment__ApiBaseAddress", "https://api.tosspayments.com"));

        Assert.Equal(new CommandAnswer(3, "The secret key is not a test key, and nothing was sent. The first contact is for test keys only: configure the test pair of the developer center.\n", ""), answer);
    }

    [Theory]
    [InlineData("doctor --merchant b", "--merchant needs --first-contact: the doctor checks every registration.")]
    [InlineData("doctor --first-contact --timeout 5", "--timeout is for the checks. --first-contact waits 15 seconds for each answer; use only one of them.")]
    public async Task Options_that_do_not_belong_together_are_refused(string line, string said)
    {
        var answer = await _shop.RunAsync(line);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(said, answer.Error, StringComparison.Ordinal);
    }

    /// <summary>The table of docs/spec/payment-api.md lists the facts that the command checks, and each section with an uncertain fact.</summary>
    [Fact]
    public async Task The_fact_sheet_lists_the_checked_facts_and_why_the_rest_is_not_checked()
    {
        await using var sandbox = await SandboxGateway.StartAsync();
        var asked = (await FirstContactAsync(sandbox.Address, "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
        var sheet = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "spec", "payment-api.md"), TestContext.Current.CancellationToken);
        var parts = sheet.Split("## Appendix D.");
        var listed = parts[1].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();

        Assert.Equal(asked.Order(StringComparer.Ordinal), listed.SelectMany(row => row[3].Split('`').Where((_, index) => index % 2 == 1)).Order(StringComparer.Ordinal));
        Assert.Empty(UnsureSections(parts[0]).Except(listed.Select(row => row[1].Trim())));
    }

    private Task<CommandAnswer> FirstContactAsync(Uri api, params string[] more) =>
        _shop.RunAsync(["doctor", "--first-contact", .. more], ("Payment__ApiBaseAddress", api.AbsoluteUri));

    private static IEnumerable<string> UnsureSections(string sheet)
    {
        var section = "";
        foreach (var line in sheet.Split('\n'))
        {
            if (line.StartsWith('#'))
                section = $"§{line.Split(' ')[1].TrimEnd('.')}";
            else if (line.Contains("(?)", StringComparison.Ordinal) && section is not ("§Toss" or "§Appendix"))
                yield return section;
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PaymentSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PaymentSdk.sln was not found above the test's folder.");
        return folder;
    }

    /// <summary>An API that answers everything with 404 and echoes the request.</summary>
    private sealed class OddApi(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.First());

        public static async Task<OddApi> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async context =>
            {
                var key = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(context.Request.Headers.Authorization.ToString()["Basic ".Length..]));
                context.Response.StatusCode = 404;
                context.Response.Headers["x-tosspayments-trace-id"] = $"<{key}>";
                await context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["code"] = key, ["mId: tvivarepublica"] = key, ["message"] = key });
            });
            await app.StartAsync();
            return new OddApi(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
