using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Runs each call of the ledger on its own session. A call takes part in no transaction of its caller, its commits are durable when they are
/// acknowledged, and every failure is a <see cref="LedgerException"/>.
/// </summary>
internal sealed class LedgerDatabase : IDisposable
{
    private static readonly TimeSpan AcquireTimeout = TimeSpan.FromSeconds(20);

    private readonly Func<LedgerSession> _open;
    private readonly LedgerSessions _sessions;
    private readonly WriterQueue _writers;
    private readonly Lazy<bool> _queue;
    private CommitStatements? _statements;

    public LedgerDatabase(Func<LedgerSession> open)
    {
        _open = open;
        _sessions = new LedgerSessions(open, LedgerProvider.MaxSessions, AcquireTimeout);
        _writers = new WriterQueue(AcquireTimeout, CommitTogetherAsync);
        // PublicationOnly does not cache an exception, so the next write determines the value again.
        _queue = new Lazy<bool>(WritersQueue, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Runs a call that only reads.</summary>
    /// <exception cref="InvalidOperationException">The caller has a transaction open (docs/spec/money.md §3).</exception>
    /// <exception cref="LedgerException">The database failed.</exception>
    public ValueTask<T> ReadAsync<T>(Func<DbContext, Task<T>> read, CancellationToken cancellationToken) =>
        GuardAsync(() => _sessions.UseAsync(session => read(session.Database), cancellationToken), cancellationToken);

    /// <summary>Runs a call that may write. It throws the same exceptions as a call that only reads.</summary>
    public ValueTask<T> WriteAsync<T>(Func<DbContext, Task<T>> write, CancellationToken cancellationToken) =>
        GuardAsync(
            () =>
            {
                Task<T> Work() => _sessions.UseAsync(session => write(session.Database), cancellationToken);
                return _queue.Value ? _writers.TakeTurnAsync(new WriterWork<T>(Work), cancellationToken) : Work();
            },
            cancellationToken);

    /// <summary>Writes a commit. It throws the same exceptions as a call that only reads.</summary>
    public ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        GuardAsync(
            () =>
            {
                var pending = new PendingCommit(commit);
                Task<LedgerCommitResult> Alone() => _sessions.UseAsync(session => Writer(session).CommitAsync(pending, cancellationToken), cancellationToken);
                return _queue.Value ? _writers.TakeTurnAsync(new WriterCommit(pending, Alone), cancellationToken) : Alone();
            },
            cancellationToken,
            wholeOrNothing: true);

    /// <summary>Runs work on a session that is not kept, for the start of the host, and throws the failures of the database unchanged.</summary>
    public async Task<T> UseAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var session = _open();
        await using (session.ConfigureAwait(false))
        {
            await LedgerProviders.Of(session.Database).OpenAsync(session.Database, cancellationToken).ConfigureAwait(false);
            return await work(session).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Finds faults of the sessions that make payments fail although single statements succeed, and returns one sentence for each fault. It throws
    /// the same exceptions as a call that only reads. Sessions with a fault are not used again.
    /// </summary>
    public ValueTask<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellationToken) => GuardAsync(
        () => _sessions.UseAsync<IReadOnlyList<string>>(
            async one =>
            {
                var provider = LedgerProviders.Of(one.Database);
                if (!provider.HasServer)
                    return [];
                return await _sessions.UseAsync(
                    async other =>
                    {
                        var faults = await provider.FindFaultsAsync(one.Database, other.Database, cancellationToken).ConfigureAwait(false);
                        if (faults.Count > 0)
                        {
                            await _sessions.RetireAsync(one).ConfigureAwait(false);
                            await _sessions.RetireAsync(other).ConfigureAwait(false);
                        }

                        return faults;
                    },
                    cancellationToken).ConfigureAwait(false);
            },
            cancellationToken),
        cancellationToken);

    public void Dispose() => _sessions.Dispose();

    /// <summary>
    /// Writes several commits in one transaction. Each commit is written completely or not at all, and all become durable with one write to the disk.
    /// </summary>
    private Task<bool> CommitTogetherAsync(IReadOnlyList<WriterCommit> commits) => _sessions.UseAsync(
        async session =>
        {
            var writer = Writer(session);
            var transaction = await session.Database.Database.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                foreach (var commit in commits)
                    commit.Write(await writer.WriteAsync(commit.Pending, transaction, CancellationToken.None).ConfigureAwait(false));
                foreach (var commit in commits)
                    commit.Pending.Committing = true;
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            foreach (var commit in commits)
                commit.Confirm();
            return true;
        },
        CancellationToken.None);

    private LedgerWriter Writer(LedgerSession session) => new(session, _statements ??= new CommitStatements(session.Database));

    private bool WritersQueue()
    {
        var session = _open();
        try
        {
            return LedgerProviders.Of(session.Database).WritersQueue;
        }
        finally
        {
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static async ValueTask<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken, bool wholeOrNothing = false)
    {
        RefuseAmbientTransaction();
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw LedgerFailure.Tell(failure, wholeOrNothing);
        }
    }

    /// <summary>
    /// Refuses an ambient transaction. An outer transaction could roll back a row of the ledger after the payment was sent, and the record of the
    /// payment would be lost.
    /// </summary>
    private static void RefuseAmbientTransaction()
    {
        if (System.Transactions.Transaction.Current is not null)
        {
            throw new InvalidOperationException(
                "The payment ledger was called inside a TransactionScope. Complete the scope before calling ICheckout: " +
                "the ledger commits on its own connection, and what it commits must not be undone with yours.");
        }
    }
}
