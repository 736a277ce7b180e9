using System.Diagnostics;

namespace PaymentSdk.CommandLine.Tests;

/// <summary>Runs the host of tests/CommandShop in separate processes, with its own ledger file.</summary>
public sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _directory = Directory.CreateTempSubdirectory("command-shop-").FullName;

    public string Ledger => Path.Combine(_directory, "payments.db");

    /// <summary>Runs the host once, with these settings in addition to the usual ones.</summary>
    public async Task<CommandAnswer> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CommandShop.dll"), .. arguments])
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Name, string Value)[] usual =
        [
            ("DOTNET_ENVIRONMENT", "Production"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("LC_ALL", "C.UTF-8"), ("ConnectionStrings__Ledger", $"Data Source={Ledger}"),
            ("Payment__SecretKey", "test_gsk_fake_shop"), ("Payment__ClientKey", "test_gck_fake_shop"),
            ("Payment__b__SecretKey", "test_gsk_fake_b"), ("Payment__b__ClientKey", "test_gck_fake_b"),
            // Nothing listens at this address, so a request to the payment API fails immediately.
            ("Payment__ApiBaseAddress", "http://127.0.0.1:9"), ("Payment__b__ApiBaseAddress", "http://127.0.0.1:9"),
        ];
        foreach (var (name, value) in usual.Concat(settings))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Limit);
        return new CommandAnswer(process.ExitCode, await output, await error);
    }

    public Task<CommandAnswer> RunAsync(string line) => RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}

/// <summary>The exit code and the output of a process.</summary>
public sealed record CommandAnswer(int ExitCode, string Output, string Error);
