using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and who finds it busy sleeps on a thread and may be passed by others for seconds.
/// Within a process, writers of the ledger queue here instead: in order, and without holding a thread. Commits that wait
/// next to each other share one transaction, and so one write to the disk (0034).
/// </summary>
/// <param name="acquireTimeout">How long a writer queues before it fails: behind a file that another program keeps locked, each writer ahead waits its own command timeout.</param>
/// <param name="together">Writes several commits in one transaction.</param>
internal sealed class SqliteWriters(TimeSpan acquireTimeout, Func<IReadOnlyList<SqliteCommit>, Task> together)
{
    /// <summary>Beyond it a new writer is refused at once; a machine writes far fewer within that time.</summary>
    private const int MaxWaiting = 2_000;

    /// <summary>How many commits share a transaction: enough to make the disk's part small, few enough to answer the first soon.</summary>
    private const int MaxTogether = 64;

    private readonly Lock _gate = new();
    private readonly Queue<SqliteTurn> _waiting = new();
    private bool _busy;

    /// <exception cref="NothingWrittenException">The turn did not come in time; nothing was written.</exception>
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
            // The caller stops waiting, unless its turn has begun: then there will be a result.
            if (turn.GiveUp())
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new NothingWrittenException(new TimeoutException("Timed out waiting for earlier writers; the database is locked."));
            }

            return await turn.Done.ConfigureAwait(false);
        }
    }

    /// <summary>Whether no other writer is active: the caller then begins.</summary>
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

    /// <summary>Runs one turn on the caller's thread, so that a single writer does not wait for another one. Writes that arrive meanwhile run on the thread pool.</summary>
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

    /// <summary>When the shared transaction fails, each commit is tried alone: it then has its own result, and only its own failure.</summary>
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

    /// <summary>The next writer, and the commits right behind it when it is a commit, without those that have given up.</summary>
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
