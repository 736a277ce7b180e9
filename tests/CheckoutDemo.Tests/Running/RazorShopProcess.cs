using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CheckoutDemo.Tests.Running;

/// <summary>The sample RazorShop: its build output in a separate process and working directory, on a free port.</summary>
internal sealed partial class RazorShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly ScratchDirectory _directory = new();
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RazorShopProcess()
    {
        var start = new ProcessStartInfo("dotnet", [ShopProcess.Program.Replace("CheckoutDemo", "RazorShop", StringComparison.Ordinal)])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Ledger"] = _directory.Ledger;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address => _address.Task.Result;

    public static async Task<RazorShopProcess> OpenAsync()
    {
        var shop = new RazorShopProcess();
        var ended = shop._process.WaitForExitAsync();
        if (await Task.WhenAny(shop._address.Task, ended).WaitAsync(MaxWait) == ended)
            Assert.Fail($"The shop ended before it was open:\n{shop._output}");
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(MaxWait);
        _process.Dispose();
        _directory.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line is not null && Listening().Match(line) is { Success: true } found)
            _address.TrySetResult(found.Groups[1].Value);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
