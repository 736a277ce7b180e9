using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CheckoutDemo.Tests.Running;

/// <summary>The demo as a user starts it: its build output in a separate process and working directory.</summary>
public sealed partial class ShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ShopProcess(Process process) => _process = process;

    /// <summary>The program in the sample's own output folder, next to its pages.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>Everything that the process has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public Uri Shop => AddressAfter(ShopLine());

    public Uri Sandbox => AddressAfter(SandboxLine());

    /// <summary>The address of the operator's page, with its token.</summary>
    public Uri Operator => AddressAfter(OperatorLine());

    public int Id => _process.Id;

    /// <summary>Starts the shop and waits until it prints that it is open.</summary>
    public static async Task<ShopProcess> OpenAsync(string directory, params (string Name, string? Value)[] environment)
    {
        var shop = Start(directory, environment);
        var ended = shop._process.WaitForExitAsync();
        if (await Task.WhenAny(shop._open.Task, ended).WaitAsync(MaxWait) == ended)
            Assert.Fail($"The shop ended with {shop._process.ExitCode} before it was open:\n{shop.Output}");
        return shop;
    }

    /// <summary>Starts the shop with settings that it must refuse, and returns its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RefuseAsync(string directory, params (string Name, string? Value)[] environment)
    {
        await using var shop = Start(directory, environment);
        await shop._process.WaitForExitAsync().WaitAsync(MaxWait);
        return (shop._process.ExitCode, shop.Output);
    }

    /// <summary>Runs the doctor with these settings, and returns its exit code and output. The long timeout allows for a slow machine.</summary>
    public static Task<(int ExitCode, string Output)> ExamineAsync(string directory, params (string Name, string? Value)[] environment) =>
        RunAsync(directory, environment, "doctor", "--timeout", "300");

    /// <summary>Runs a command instead of opening a shop, and returns its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, (string Name, string? Value)[] environment, params string[] arguments)
    {
        await using var command = Start(directory, environment, arguments);
        await command._process.WaitForExitAsync().WaitAsync(MaxWait);
        // This call also waits until all of the output was read.
        command._process.WaitForExit();
        return (command._process.ExitCode, command.Output);
    }

    /// <summary>Sends SIGKILL: nothing is flushed or finished.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(MaxWait);
    }

    /// <summary>Sends SIGTERM, as a service manager does, and returns the exit code.</summary>
    public async Task<int> TerminateAsync(TimeSpan limit)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        await _process.WaitForExitAsync().WaitAsync(limit);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static ShopProcess Start(string directory, (string Name, string? Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var shop = new ShopProcess(new Process { StartInfo = start });
        shop._process.OutputDataReceived += (_, line) => shop.Read(line.Data);
        shop._process.ErrorDataReceived += (_, line) => shop.Read(line.Data);
        shop._process.Start();
        shop._process.BeginOutputReadLine();
        shop._process.BeginErrorReadLine();
        return shop;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.Contains("Press Ctrl+C to close", StringComparison.Ordinal))
            _open.TrySetResult();
    }

    private Uri AddressAfter(Regex line) => new(line.Match(Output).Groups[1].Value);

    private static string FindProgram()
    {
        // tests/CheckoutDemo.Tests/bin/{configuration}/{framework}/ -> samples/CheckoutDemo/bin/{configuration}/{framework}/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "samples", "CheckoutDemo", "bin", here.Parent.Name, here.Name, "CheckoutDemo.dll");
    }

    [GeneratedRegex(@"^\s+Shop\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex ShopLine();

    [GeneratedRegex(@"^\s+Operator\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex OperatorLine();

    [GeneratedRegex(@"^\s+Sandbox\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex SandboxLine();
}
