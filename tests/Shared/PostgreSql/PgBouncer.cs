using Npgsql;

namespace PaymentSdk.Tests.Shared;

/// <summary>PgBouncer in front of a PostgreSQL server, reached through its own socket file. It ends with the test process.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    // Debian installs PgBouncer in a folder that is only in root's path.
    private const string Serve = """
        PATH="$PATH:/usr/sbin"
        printf '[databases]\n* = host=%s port=5432 user=shop\n[pgbouncer]\nlisten_port=6432\nunix_socket_dir=%s\nauth_type=any\npool_mode=%s\nignore_startup_parameters=extra_float_digits,options\n' "$2" "$1" "$3" >"$1/pgbouncer.ini"
        pgbouncer "$1/pgbouncer.ini" >"$1/log" 2>&1 & pooler=$!
        cat >/dev/null
        kill -INT $pooler; wait $pooler
        rm -rf "$1"
        """;

    private readonly FolderProcess _pooler;

    private PgBouncer(FolderProcess pooler) => _pooler = pooler;

    /// <param name="server">The server behind the pooler.</param>
    /// <param name="poolMode">When a client gives its server connection back to the pool: <c>session</c> or <c>transaction</c>.</param>
    public static async Task<PgBouncer> StartAsync(PostgresServer server, string poolMode) =>
        new(await FolderProcess.StartAsync("pgbouncer", Serve, AnswersAsync, server.Host, poolMode));

    /// <summary>Returns the connection string of a database of the server, through the pooler.</summary>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = _pooler.Folder, Port = 6432, Pooling = true }.ConnectionString;

    public ValueTask DisposeAsync() => _pooler.DisposeAsync();

    private static async Task<bool> AnswersAsync(FolderProcess pooler)
    {
        try
        {
            return await PostgresServer.ExecuteAsync($"Host={pooler.Folder};Port=6432;Username=shop;Database=postgres", "SELECT 1") == "1";
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
