namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and who finds it busy sleeps on a thread and may be passed by others for seconds.
/// Within a process, writers of the ledger queue here instead: in order, and without holding a thread.
/// </summary>
/// <param name="patience">How long a writer queues before it fails: behind a file that somebody keeps locked, each writer ahead waits its own command timeout.</param>
internal sealed class SqliteWriters(TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <exception cref="TimeoutException">The turn did not come in time; nothing was written.</exception>
    public async Task<T> TakeTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(patience, cancellationToken).ConfigureAwait(false))
            throw new TimeoutException("The writers before this one did not get on: database is locked.");
        try
        {
            return await write().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
