using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A MariaDB server with default settings, in a separate folder, reached through a socket file. It ends with the test process.</summary>
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

    private readonly FolderProcess _server;

    private MariaDbServer(FolderProcess server) => _server = server;

    public static async Task<MariaDbServer> StartAsync() => new(await FolderProcess.StartAsync(
        "mariadb-server", Serve, server => Task.FromResult(server.Log.Contains("ready for connections", StringComparison.Ordinal))));

    public string ConnectionString(string database) => $"Server={_server.Folder}/socket;Protocol=unix;Uid=root;Database={database}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
