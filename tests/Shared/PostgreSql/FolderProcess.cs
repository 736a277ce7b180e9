using System.Diagnostics;

namespace PaymentSdk.Tests.Shared;

/// <summary>
/// A server that a shell script runs in a folder of its own: $1 is the folder, its log is the file log there, and the end of its input
/// ends it. It runs as whoever runs PostgreSQL, because no server wants to be root.
/// </summary>
public sealed class FolderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FolderProcess(Process process, string folder) => (_process, Folder) = (process, folder);

    public string Folder { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="package">The Debian package that it is of, for whoever reads that it does not answer.</param>
    /// <param name="script">What runs it.</param>
    /// <param name="answers">Whether it answers.</param>
    /// <param name="arguments">$2 and so on.</param>
    public static async Task<FolderProcess> StartAsync(string package, string script, Func<FolderProcess, Task<bool>> answers, params string[] arguments)
    {
        var folder = await PostgresPrograms.RunAsync($"mktemp -d /tmp/payment-{package}-XXXXXX");
        var server = new FolderProcess(PostgresPrograms.Start(script, [folder, .. arguments]), folder);
        try
        {
            await Until.TrueAsync(() => answers(server), () => $"{package} does not answer (apt-get install {package}; test.sh does it as root): {server.Log}");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Log => File.Exists(Path.Combine(Folder, "log")) ? File.ReadAllText(Path.Combine(Folder, "log")) : "it wrote no log";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
