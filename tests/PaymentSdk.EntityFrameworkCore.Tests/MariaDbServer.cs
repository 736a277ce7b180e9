using System.Diagnostics;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A MariaDB server with its own defaults, in a folder of its own and reached through a socket file. It ends with the test process.</summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    private const string Serve = """
        PATH="$PATH:/usr/sbin"
        mariadb-install-db --no-defaults --datadir="$1/data" --auth-root-authentication-method=normal --skip-test-db >"$1/log" 2>&1
        mariadbd --no-defaults --datadir="$1/data" --socket="$1/socket" --skip-networking >>"$1/log" 2>&1 & server=$!
        cat >/dev/null
        kill -TERM $server; wait $server
        rm -rf "$1"
        """;

    private readonly Process _process;
    private readonly string _folder;

    private MariaDbServer(Process process, string folder) => (_process, _folder) = (process, folder);

    public static async Task<MariaDbServer> StartAsync()
    {
        // Whoever runs PostgreSQL may run this: neither server wants to be root.
        var folder = await PostgresPrograms.RunAsync("mktemp -d /tmp/payment-mariadb-XXXXXX");
        var server = new MariaDbServer(PostgresPrograms.Start(Serve, folder), folder);
        try
        {
            await Until.TrueAsync(server.IsReadyAsync, () => $"the MariaDB server does not answer (apt-get install mariadb-server; test.sh does it as root): {server.Log()}");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database) => $"Server={_folder}/socket;Protocol=unix;Uid=root;Database={database}";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task<bool> IsReadyAsync() => Task.FromResult(Log().Contains("ready for connections", StringComparison.Ordinal));

    private string Log() => File.Exists(Path.Combine(_folder, "log")) ? File.ReadAllText(Path.Combine(_folder, "log")) : "it wrote no log";
}
