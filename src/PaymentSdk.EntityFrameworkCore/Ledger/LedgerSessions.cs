using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The sessions of a ledger. They are few, so that many buyers at once do not open as many connections. They are kept open, because opening a
/// connection, setting durability and preparing statements cost a payment more than its two commits (0034).
/// </summary>
/// <param name="open">Creates a session that is not open yet.</param>
/// <param name="maxCount">The maximum number of sessions that are in use at the same time.</param>
/// <param name="acquireTimeout">How long a call waits for a session.</param>
internal sealed class LedgerSessions(Func<LedgerSession> open, int maxCount, TimeSpan acquireTimeout) : IDisposable
{
    private static readonly TimeSpan IdleLifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _free = new(maxCount, maxCount);
    private readonly Lock _gate = new();
    private readonly List<LedgerSession> _idle = [];
    private bool _over;

    /// <summary>Runs work on an open session, and throws the failures of the database unchanged.</summary>
    /// <exception cref="NothingWrittenException">No session became free within the timeout, or no session could be opened.</exception>
    public async Task<T> UseAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!await _free.WaitAsync(acquireTimeout, cancellationToken).ConfigureAwait(false))
            throw new NothingWrittenException(new TimeoutException("Every connection of the payment ledger is busy."));
        try
        {
            var session = Take() ?? await OpenAsync(cancellationToken).ConfigureAwait(false);
            T result;
            try
            {
                result = await work(session).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Forget(session, failure);
                await DropAsync(session).ConfigureAwait(false);
                throw;
            }

            await GiveBackAsync(session).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Closes the connection of a session when it is returned, and every idle connection now.</summary>
    public async ValueTask RetireAsync(LedgerSession session)
    {
        session.IsRetired = true;
        LedgerProviders.Of(session.Database).ForgetConnections(session.Database);
        foreach (var idle in TakeIdle(all: true))
            await idle.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        lock (_gate)
            _over = true;
        foreach (var session in TakeIdle(all: true))
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _free.Dispose();
    }

    /// <exception cref="NothingWrittenException">The session could not be opened.</exception>
    private async Task<LedgerSession> OpenAsync(CancellationToken cancellationToken)
    {
        var session = open();
        try
        {
            await LedgerProviders.Of(session.Database).OpenAsync(session.Database, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (Exception failure)
        {
            Forget(session, failure);
            await session.DisposeAsync().ConfigureAwait(false);
            throw new NothingWrittenException(failure);
        }
    }

    /// <summary>
    /// Clears the provider's pooled connections after a failure of a connection. The other connections are broken by the same cause and would still
    /// fail after the server has recovered.
    /// </summary>
    private static void Forget(LedgerSession session, Exception failure)
    {
        var provider = LedgerProviders.Of(session.Database);
        if (provider.IsOfConnection(failure))
            provider.ForgetConnections(session.Database);
    }

    /// <summary>
    /// Takes the idle session that was used last, so that sessions that are no longer needed reach their maximum idle time and are closed.
    /// </summary>
    private LedgerSession? Take()
    {
        lock (_gate)
        {
            if (_idle.Count == 0)
                return null;
            var session = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return session;
        }
    }

    private async ValueTask GiveBackAsync(LedgerSession session)
    {
        session.Database.ChangeTracker.Clear();
        session.IdleSince = TimeProvider.System.GetTimestamp();
        lock (_gate)
        {
            if (session is { Keeps: true, IsRetired: false } && !_over)
            {
                _idle.Add(session);
                session = null!;
            }
        }

        if (session is not null)
            await session.DisposeAsync().ConfigureAwait(false);
        foreach (var old in TakeIdle(all: false))
            await old.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Closes a session that failed and every idle session, because the cause of the failure (e.g. a stopped server) has broken the idle sessions
    /// too.
    /// </summary>
    private async ValueTask DropAsync(LedgerSession session)
    {
        foreach (var one in TakeIdle(all: true).Append(session))
        {
            try
            {
                await one.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception broken) when (broken is System.Data.Common.DbException or IOException or InvalidOperationException)
            {
                // A session that failed in use may also fail to close. The first failure has already been reported.
            }
        }
    }

    private List<LedgerSession> TakeIdle(bool all)
    {
        lock (_gate)
        {
            var taken = _idle.FindAll(session => all || TimeProvider.System.GetElapsedTime(session.IdleSince) > IdleLifetime);
            _idle.RemoveAll(taken.Contains);
            return taken;
        }
    }
}

/// <summary>A context with its open connection and the object that owns it. It is lent to one call of the ledger at a time.</summary>
/// <param name="database">The context.</param>
/// <param name="owner">The object that is disposed with the session.</param>
/// <param name="keeps">Whether the session may be kept open for later calls. True for the ledger's own contexts.</param>
internal sealed class LedgerSession(DbContext database, IAsyncDisposable owner, bool keeps) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbContext Database => database;

    public bool Keeps => keeps;

    /// <summary>Whether the session is closed instead of being kept when it is returned.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The timestamp at which the session was last returned.</summary>
    public long IdleSince { get; set; }

    /// <summary>Returns the command with this name. It is created once per session and, if the session is kept, also prepared once.</summary>
    public async ValueTask<DbCommand> CommandAsync(string name, Action<DbCommand> write, CancellationToken cancellationToken)
    {
        if (_commands.TryGetValue(name, out var command))
            return command;
        command = database.NewCommand();
        write(command);
        if (keeps)
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return _commands[name] = command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync().ConfigureAwait(false);
        await owner.DisposeAsync().ConfigureAwait(false);
    }
}
