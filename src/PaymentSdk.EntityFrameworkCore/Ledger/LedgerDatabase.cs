using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Runs each call of the ledger in a fresh context: its own connection, no transaction of anybody else, commits that
/// are durable when they are acknowledged, every failure a <see cref="LedgerException"/>.
/// </summary>
internal sealed class LedgerDatabase(Func<LedgerSession> open) : IDisposable
{
    private readonly SqliteWriters _sqliteWriters = new(TimeSpan.FromSeconds(20));

    /// <summary>Runs a call that only reads.</summary>
    /// <exception cref="InvalidOperationException">The caller has a transaction open (money.md §3).</exception>
    /// <exception cref="LedgerException">The database failed.</exception>
    public ValueTask<T> ReadAsync<T>(Func<DbContext, Task<T>> read, CancellationToken cancellationToken) =>
        GuardAsync(() => UseAsync(read, cancellationToken), cancellationToken);

    /// <summary>Runs a call that may write; the same errors.</summary>
    public ValueTask<T> WriteAsync<T>(Func<DbContext, Task<T>> write, CancellationToken cancellationToken) =>
        GuardAsync(
            () => UseAsync(
                db => LedgerProvider.Of(db).WritersQueue ? _sqliteWriters.TakeTurnAsync(() => write(db), cancellationToken) : write(db),
                cancellationToken),
            cancellationToken);

    /// <summary>Lends a fresh context, with the failures of the database as they are.</summary>
    public async Task<T> UseAsync<T>(Func<DbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        var session = open();
        await using (session.ConfigureAwait(false))
        {
            await LedgerProvider.Of(session.Database).OpenAsync(session.Database, cancellationToken).ConfigureAwait(false);
            return await work(session.Database).ConfigureAwait(false);
        }
    }

    public void Dispose() => _sqliteWriters.Dispose();

    private static async ValueTask<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        RefuseAmbientTransaction();
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new LedgerException(
                $"The database of the payment ledger failed ({failure.GetBaseException().GetType().Name}, see the inner exception). " +
                "Whether a commit took effect is not known: read again before anything is sent." + SqliteProvider.Hint(failure),
                failure);
        }
    }

    /// <summary>
    /// A ledger row that an outer transaction could still roll back is no ledger row: the payment would be sent, and
    /// what is known of it lost.
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
