using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The sessions of a ledger: few, so that buyers at once do not become connections at once, and kept open, because opening,
/// asking for durability and preparing statements cost a payment more than its two commits do (0034).
/// </summary>
/// <param name="open">Makes a session, not opened yet.</param>
/// <param name="maxCount">How many are lent at the same time.</param>
/// <param name="acquireTimeout">How long a call waits for one.</param>
internal sealed class LedgerSessions(Func<LedgerSession> open, int maxCount, TimeSpan acquireTimeout) : IDisposable
{
    private static readonly TimeSpan IdleLifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _free = new(maxCount, maxCount);
    private readonly Lock _gate = new();
    private readonly List<LedgerSession> _idle = [];
    private bool _over;

    /// <summary>Lends an open session to some work, with the failures of the database as they are.</summary>
    /// <exception cref="NothingWrittenException">All were lent for too long.</exception>
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

    /// <summary>Closes the connection of a session when it is given back, and every idle one.</summary>
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

    /// <exception cref="NothingWrittenException">It could not be opened.</exception>
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

    /// <summary>What broke this connection broke the others, too, and those that the provider keeps for later fail alike once the server is as it should be.</summary>
    private static void Forget(LedgerSession session, Exception failure)
    {
        var provider = LedgerProviders.Of(session.Database);
        if (provider.IsOfConnection(failure))
            provider.ForgetConnections(session.Database);
    }

    /// <summary>The one that was used last: the others grow old and are closed.</summary>
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

    /// <summary>A session that failed goes; so do the others that lie open, which the same failure (a server that is gone) has broken.</summary>
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
                // What failed in use may fail to close, too; the use has told.
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
