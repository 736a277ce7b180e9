using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The queue of writers. SQLite has one writer at a time. A writer that finds the file busy blocks a thread while it sleeps, and others may
/// overtake it for seconds. Within a process, writers of the ledger therefore wait here, in order and without blocking a thread. Neighboring
/// commits in the queue share one transaction, and so one write to the disk (0034).
/// </summary>
/// <param name="acquireTimeout">How long a writer waits before it fails. If another program keeps the file locked, each writer ahead in the queue
/// waits for its own command timeout.</param>
/// <param name="together">Writes several commits in one transaction.</param>
internal sealed class WriterQueue(TimeSpan acquireTimeout, Func<IReadOnlyList<WriterCommit>, Task> together)
{
    /// <summary>
    /// The maximum number of waiting writers. Any further writer is refused at once, because a machine writes far fewer within the timeout.
    /// </summary>
    private const int MaxWaiting = 2_000;

    /// <summary>
    /// The maximum number of commits that share a transaction: enough to share the cost of a disk write, and few enough to answer the first one soon.
    /// </summary>
    private const int MaxTogether = 64;

    private readonly Lock _gate = new();
    private readonly Queue<WriterTurn> _waiting = new();
    private bool _busy;

    /// <exception cref="NothingWrittenException">The writer did not get its turn in time, or too many writers were waiting; nothing was
    /// written.</exception>
    public async Task<T> TakeTurnAsync<T>(WriterWork<T> turn, CancellationToken cancellationToken)
    {
        if (Enqueue(turn))
            await RunNextAsync().ConfigureAwait(false);
        try
        {
            return await turn.Done.WaitAsync(acquireTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!turn.Done.IsCompleted)
        {
            // If the turn has not begun, the caller stops waiting; otherwise the caller waits for the result.
            if (turn.GiveUp())
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new NothingWrittenException(new TimeoutException("Timed out waiting for earlier writers; the database is locked."));
            }

            return await turn.Done.ConfigureAwait(false);
        }
    }

    /// <summary>Adds a turn to the queue. Returns true if no other writer is active; the caller then runs it.</summary>
    private bool Enqueue(WriterTurn turn)
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

    private async Task RunAsync(List<WriterTurn> turns)
    {
        if (turns.Count == 1)
            await turns[0].RunAsync().ConfigureAwait(false);
        else if (turns.Count > 1)
            await RunTogetherAsync(turns).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs several commits in one transaction. If the transaction fails, each commit is tried alone, so that no commit fails because of another one.
    /// </summary>
    private async Task RunTogetherAsync(List<WriterTurn> turns)
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
    /// Takes the next writer from the queue. If the writer is a commit, the commits directly behind it are also taken. Writers that have given up are
    /// skipped.
    /// </summary>
    private List<WriterTurn> Next()
    {
        lock (_gate)
        {
            var turns = new List<WriterTurn>();
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

/// <summary>
/// A writer in the queue of <see cref="WriterQueue"/>: a commit, which may share a transaction with other commits, or other work, which never does.
/// </summary>
internal abstract class WriterTurn
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    private int _state;

    /// <summary>The commit; null for other work.</summary>
    public virtual WriterCommit? Commit => null;

    /// <summary>Begins the turn. Returns false if the writer has given up.</summary>
    public bool Take() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Gives up the turn. Returns false if the turn has already begun; it then runs to its end.</summary>
    public bool GiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;

    /// <summary>Does the work in a turn of its own. A failure is passed to the writer that waits for this turn.</summary>
    public abstract Task RunAsync();
}

/// <summary>Work of any kind. Unless it is a <see cref="WriterCommit"/>, it shares its turn with no other writer.</summary>
internal class WriterWork<T>(Func<Task<T>> work) : WriterTurn
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

/// <summary>A commit in the queue of writers.</summary>
/// <param name="pending">The commit.</param>
/// <param name="alone">Writes the commit in its own transaction.</param>
internal sealed class WriterCommit(PendingCommit pending, Func<Task<LedgerCommitResult>> alone) : WriterWork<LedgerCommitResult>(alone)
{
    private LedgerCommitResult _written;

    public override WriterCommit? Commit => this;

    public PendingCommit Pending => pending;

    /// <summary>Stores the result while the transaction is not committed yet.</summary>
    public void Write(LedgerCommitResult result) => _written = result;

    /// <summary>Passes the stored result to the waiting caller. It is called after the transaction has been committed.</summary>
    public void Confirm() => Finish(_written);
}
