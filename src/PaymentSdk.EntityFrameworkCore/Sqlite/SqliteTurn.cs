namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// A writer in the queue of <see cref="SqliteWriters"/>: a commit, which may share its turn with other commits, or other work, which has its turn
/// alone.
/// </summary>
internal abstract class SqliteTurn
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    private int _state;

    /// <summary>The commit; null for other work.</summary>
    public virtual SqliteCommit? Commit => null;

    /// <summary>Begins the turn. Returns false if its writer has given up.</summary>
    public bool Take() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Leaves the queue. Returns false if the turn has begun; it is then finished.</summary>
    public bool GiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;

    /// <summary>Does the work alone. A failure goes to its own writer.</summary>
    public abstract Task RunAsync();
}
