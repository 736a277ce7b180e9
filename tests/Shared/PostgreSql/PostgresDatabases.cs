namespace PaymentSdk.Tests.Shared;

/// <summary>
/// The PostgreSQL server of a test assembly (<c>[assembly: AssemblyFixture(typeof(PostgresDatabases))]</c>), started when
/// the first test requests a database. If no server can be started, the tests fail instead of being skipped.
/// </summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateAsync() => await (await _server.Value).CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
            await (await _server.Value).DisposeAsync();
    }
}
