using System.Diagnostics;

namespace PaymentSdk.Tests.Shared;

/// <summary>
/// A server that a shell script runs in a separate folder: $1 is the folder, the script writes the server's log to the file <c>log</c> in it
/// and stops the server when its standard input is closed. If the tests run as root, the script runs as the user <c>postgres</c>, because
/// these servers refuse to run as root.
/// </summary>
public sealed class FolderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FolderProcess(Process process, string folder) => (_process, Folder) = (process, folder);

    public string Folder { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="package">The Debian package of the server, which the message names when the server does not answer.</param>
    /// <param name="script">The script that runs the server.</param>
    /// <param name="answers">Returns whether the server answers.</param>
    /// <param name="arguments">The further arguments of the script, from $2.</param>
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

    public string Log => File.Exists(Path.Combine(Folder, "log")) ? File.ReadAllText(Path.Combine(Folder, "log")) : "the server wrote no log";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
