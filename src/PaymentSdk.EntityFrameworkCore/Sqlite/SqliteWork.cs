namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>Work of any kind that has its turn alone.</summary>
internal class SqliteWork<T>(Func<Task<T>> work) : SqliteTurn
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    public override async Task RunAsync()
    {
        try
        {
            _done.TrySetResult(await work().ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            _done.TrySetException(failure);
        }
    }

    protected void Finish(T result) => _done.TrySetResult(result);
}
