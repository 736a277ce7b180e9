using System.ComponentModel;
using System.Diagnostics;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The official npm loader, fetched by npm from its registry at the version and hash of Loader/package-lock.json.</summary>
public sealed class NpmLoader : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("npm-loader-");

    /// <summary>The loader as an ES module; null when npm is not installed on this machine.</summary>
    public string? Module { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var locked = Path.Combine(AppContext.BaseDirectory, "Window", "Loader");
        foreach (var name in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(locked, name), Path.Combine(_place.FullName, name));
        try
        {
            var npm = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = _place.FullName,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using var run = Process.Start(npm)!;
            var said = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
            await run.WaitForExitAsync();
            Assert.True(run.ExitCode == 0, $"npm ci failed: {string.Join('\n', said)}");
        }
        catch (Win32Exception)
        {
            return;
        }

        Module = await File.ReadAllTextAsync(
            Path.Combine(_place.FullName, "node_modules", "@tosspayments", "tosspayments-sdk", "dist", "index.esm.js"));
    }

    public ValueTask DisposeAsync()
    {
        _place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
