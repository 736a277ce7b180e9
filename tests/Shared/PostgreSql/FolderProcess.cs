using System.Diagnostics;

namespace PaymentSdk.Tests.Shared;

/// <summary>
/// A server that a shell script runs in a separate folder: $1 is the folder, the server's log is the file named log in it, and the server
/// ends when its standard input is closed. It runs as the user of PostgreSQL, because these servers refuse to run as root.
/// </summary>
public sealed class FolderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FolderProcess(Process process, string folder) => (_process, Folder) = (process, folder);

    public string Folder { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="package">The Debian package of the server, for the message when it does not answer.</param>
    /// <param name="script">The script that runs the server.</param>
    /// <param name="answers">Returns whether the server answers.</param>
    /// <param name="arguments">The arguments $2 and so on.</param>
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
