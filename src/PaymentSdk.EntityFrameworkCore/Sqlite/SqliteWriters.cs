namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and who finds it busy sleeps on a thread and may be passed by others for seconds.
/// Within a process, writers of the ledger queue here instead: in order, and without holding a thread.
/// </summary>
internal sealed class SqliteWriters : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> TakeTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
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
