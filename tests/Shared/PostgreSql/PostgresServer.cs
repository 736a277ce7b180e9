using System.Diagnostics;
using Npgsql;

namespace PaymentSdk.Tests.Shared;

/// <summary>
/// The PostgreSQL server of one test run, in a separate folder under the temporary folder, reached through a socket file, so that it needs
/// no port. It ends with the test process, even if that process crashes.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // The server does not notice when the test process ends, so the shell waits for the end of its own input and then stops the server. The
    // input also ends when the test process crashes.
    private const string Serve = """
        postgres -D "$1/data" -c listen_addresses= -c unix_socket_directories="$1" $2 >"$1/log" 2>&1 & server=$!
        cat >/dev/null
        kill -INT $server; wait $server
        rm -rf "$1"
        """;

    private const string Initialise = """
        initdb -D "$1/data" -U shop --auth=trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >/dev/null
        """;

    private const string Copy = """pg_basebackup -h "$2" -U shop -D "$1/data" --write-recovery-conf --checkpoint=fast""";

    private readonly Process _process;
    private readonly string _folder;

    private PostgresServer(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>Starts a new, empty server.</summary>
    /// <param name="settings">The arguments of <c>postgres</c>, such as <c>-c fsync=off</c>.</param>
    public static async Task<PostgresServer> StartAsync(string settings = "-c fsync=off -c max_connections=200")
    {
        var folder = await FolderAsync();
        await PostgresPrograms.RunAsync(Initialise, folder);
        return await StartAsync(folder, settings);
    }

    /// <summary>Starts a standby that follows this server by streaming replication.</summary>
    public async Task<PostgresServer> StartStandbyAsync(string settings = "-c fsync=off -c max_connections=200")
    {
        var folder = await FolderAsync();
        await PostgresPrograms.RunAsync(Copy, folder, _folder);
        return await StartAsync(folder, settings);
    }

    /// <summary>The path of the socket file.</summary>
    public string SocketFile => Path.Combine(_folder, ".s.PGSQL.5432");

    /// <summary>The folder of the socket file, which is used as the host name.</summary>
    public string Host => _folder;

    public string ConnectionString(string database) => $"Host={_folder};Username=shop;Database={database}";

    /// <summary>Creates a new, empty database.</summary>
    /// <returns>The connection string. No other test uses its pool, because the name of the database is unique.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return $"{ConnectionString(name)};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1";
    }

    /// <summary>Stops the server immediately, as a power cut would: nothing more is written.</summary>
    public async Task KillAsync()
    {
        await PostgresPrograms.RunAsync("""kill -QUIT $(head -n 1 "$1/data/postmaster.pid")""", _folder);
        await Until.TrueAsync(() => !File.Exists(SocketFile), "the server has not stopped");
    }

    /// <summary>Makes a standby the primary.</summary>
    public Task PromoteAsync() => ExecuteAsync(ConnectionString("postgres"), "SELECT pg_promote(true, 60)");

    /// <summary>Runs a statement from outside the ledger.</summary>
    /// <returns>The first value of the result, as text.</returns>
    public static async Task<string> ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Task<string> FolderAsync() => PostgresPrograms.RunAsync("mktemp -d /tmp/payment-postgres-XXXXXX");

    private static async Task<PostgresServer> StartAsync(string folder, string settings)
    {
        var server = new PostgresServer(PostgresPrograms.Start(Serve, folder, settings), folder);
        try
        {
            await Until.TrueAsync(server.AnswersAsync, () => $"the PostgreSQL server does not answer: {server.Log()}");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await ExecuteAsync(ConnectionString("postgres"), "SELECT 1") == "1";
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string Log() => File.Exists(Path.Combine(_folder, "log")) ? File.ReadAllText(Path.Combine(_folder, "log")) : "the server wrote no log";
}
