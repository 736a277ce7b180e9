using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// The queue of writers. SQLite has one writer at a time. A writer that finds the file busy blocks a thread while it sleeps, and others may
/// overtake it for seconds. Within a process, writers of the ledger therefore wait here, in order and without blocking a thread. Neighboring
/// commits in the queue share one transaction, and so one write to the disk (0034).
/// </summary>
/// <param name="acquireTimeout">How long a writer waits before it fails. If another program keeps the file locked, each writer ahead in the queue
/// waits for its own command timeout.</param>
/// <param name="together">Writes several commits in one transaction.</param>
internal sealed class SqliteWriters(TimeSpan acquireTimeout, Func<IReadOnlyList<SqliteCommit>, Task> together)
{
    /// <summary>The most waiting writers. Any further one is refused at once, because a machine writes far fewer within the timeout.</summary>
    private const int MaxWaiting = 2_000;

    /// <summary>
    /// The most commits that share a transaction: enough to share the cost of a disk write, and few enough to answer the first one soon.
    /// </summary>
    private const int MaxTogether = 64;

    private readonly Lock _gate = new();
    private readonly Queue<SqliteTurn> _waiting = new();
    private bool _busy;

    /// <exception cref="NothingWrittenException">The writer did not get its turn in time, or too many writers were waiting; nothing was
    /// written.</exception>
    public async Task<T> TakeTurnAsync<T>(SqliteWork<T> turn, CancellationToken cancellationToken)
    {
        if (Enqueue(turn))
            await RunNextAsync().ConfigureAwait(false);
        try
        {
            return await turn.Done.WaitAsync(acquireTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!turn.Done.IsCompleted)
        {
            // The caller stops waiting, unless its turn has begun. It then waits for the result.
            if (turn.GiveUp())
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new NothingWrittenException(new TimeoutException("Timed out waiting for earlier writers; the database is locked."));
            }

            return await turn.Done.ConfigureAwait(false);
        }
    }

    /// <summary>Adds a turn to the queue. Returns true if no other writer is active; the caller then runs it.</summary>
    private bool Enqueue(SqliteTurn turn)
    {
        lock (_gate)
        {
            if (_waiting.Count >= MaxWaiting)
                throw new NothingWrittenException(new TimeoutException("Too many writers are already waiting for the database."));
            _waiting.Enqueue(turn);
            var first = !_busy;
            _busy = true;
            return first;
        }
    }

    /// <summary>
    /// Runs one turn on the caller's thread, so that a single writer waits for no other. Turns that arrive meanwhile run on the thread pool.
    /// </summary>
    private async Task RunNextAsync()
    {
        await RunAsync(Next()).ConfigureAwait(false);
        if (!IsOver())
            _ = Task.Run(RunAllAsync);
    }

    private async Task RunAllAsync()
    {
        do
        {
            await RunAsync(Next()).ConfigureAwait(false);
        }
        while (!IsOver());
    }

    private async Task RunAsync(List<SqliteTurn> turns)
    {
        if (turns.Count == 1)
            await turns[0].RunAsync().ConfigureAwait(false);
        else if (turns.Count > 1)
            await RunTogetherAsync(turns).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs several commits in one transaction. If the transaction fails, each commit is tried alone, so that it gets its own result and only its
    /// own failure.
    /// </summary>
    private async Task RunTogetherAsync(List<SqliteTurn> turns)
    {
        try
        {
            await together([.. turns.Select(turn => turn.Commit!)]).ConfigureAwait(false);
        }
        catch (Exception)
        {
            foreach (var turn in turns)
                await turn.RunAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes the next writer from the queue. If it is a commit, the commits directly behind it are also taken. Those that have given up are skipped.
    /// </summary>
    private List<SqliteTurn> Next()
    {
        lock (_gate)
        {
            var turns = new List<SqliteTurn>();
            while (turns.Count < MaxTogether && _waiting.TryPeek(out var next) && (turns.Count == 0 || (next.Commit is not null && turns[0].Commit is not null)))
            {
                _waiting.Dequeue();
                if (next.Take())
                    turns.Add(next);
            }

            return turns;
        }
    }

    private bool IsOver()
    {
        lock (_gate)
        {
            _busy = _waiting.Count > 0;
            return !_busy;
        }
    }
}
