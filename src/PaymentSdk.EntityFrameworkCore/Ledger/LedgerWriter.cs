using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes a commit: one transaction of its own, within the host's execution strategy where that repeats.
/// The concurrency tokens are the purchase's version and the attempt's state and fencing token.
/// </summary>
/// <param name="session">The connection to write on.</param>
/// <param name="statements">How rows are written.</param>
internal sealed class LedgerWriter(LedgerSession session, CommitStatements statements)
{
    private DbContext Database => session.Database;

    /// <summary>Writes one commit in its own transaction.</summary>
    /// <exception cref="NothingWrittenException">The database failed before the transaction was committed.</exception>
    public async Task<LedgerCommitResult> CommitAsync(PendingCommit pending, CancellationToken cancellationToken)
    {
        try
        {
            var strategy = Database.Database.CreateExecutionStrategy();
            return strategy.RetriesOnFailure
                ? await strategy.ExecuteAsync(token => CommitOnceAsync(pending, token), cancellationToken).ConfigureAwait(false)
                : await CommitOnceAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!pending.Committing && failure is not OperationCanceledException)
        {
            throw new NothingWrittenException(failure);
        }
    }

    /// <summary>Writes one of several commits of a transaction that is open: all of it, or nothing and the reason.</summary>
    public async Task<LedgerCommitResult> WriteAsync(PendingCommit pending, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        const string Before = "before";
        await transaction.CreateSavepointAsync(Before, cancellationToken).ConfigureAwait(false);
        var failure = await TryWriteAsync(pending, transaction, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            await transaction.ReleaseSavepointAsync(Before, cancellationToken).ConfigureAwait(false);
            return LedgerCommitResult.Committed;
        }

        await transaction.RollbackToSavepointAsync(Before, cancellationToken).ConfigureAwait(false);
        return await RefuseAsync(pending, failure, again => WriteAsync(again, transaction, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<LedgerCommitResult> CommitOnceAsync(PendingCommit pending, CancellationToken cancellationToken)
    {
        Exception? failure;
        var transaction = await Database.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            failure = await TryWriteAsync(pending, transaction, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                pending.Committing = true;
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return LedgerCommitResult.Committed;
            }
        }

        return await RefuseAsync(pending, failure, again => CommitOnceAsync(again, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when every row is written; otherwise what the database said.</summary>
    private async Task<Exception?> TryWriteAsync(PendingCommit pending, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await pending.RowsAsync(Database, cancellationToken).ConfigureAwait(false);
            return await statements.ExecuteAsync(session, transaction.GetDbTransaction(), rows, cancellationToken).ConfigureAwait(false)
                ? null
                : new DbUpdateConcurrencyException("A row has moved on.");
        }
        catch (Exception failure) when (failure is DbException or UnstorableValueException)
        {
            return failure;
        }
    }

    private async Task<LedgerCommitResult> RefuseAsync(
        PendingCommit pending, Exception failure, Func<PendingCommit, Task<LedgerCommitResult>> again, CancellationToken cancellationToken)
    {
        var commit = pending.Commit;
        // A commit whose acknowledgement was lost is run again, into its own rows. Before it was sent for the first time, its id
        // proves nothing: the caller may have left the id of the version that it read.
        if (pending.Committing && await IsThereAsync(commit.Purchase, pending.Id, cancellationToken).ConfigureAwait(false))
            return LedgerCommitResult.Committed;
        if (failure is DbUpdateConcurrencyException)
            return LedgerCommitResult.Stale;
        // First of all, because a query for the same values might be refused for them, too.
        if (LedgerFailure.IsOfData(failure))
            return LedgerCommitResult.DataRefused;
        if (await LedgerRefusal.FindAsync(Database, commit, cancellationToken).ConfigureAwait(false) is { } refused)
            return refused;
        // A movement that is in the ledger already stays as it is: the rest of the commit is made without it.
        var missing = await LedgerRecords.MissingAsync(Database, commit.Movements, cancellationToken).ConfigureAwait(false);
        if (missing.Count < commit.Movements.Count)
            return await again(pending.Without(missing)).ConfigureAwait(false);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return default;
    }

    private Task<bool> IsThereAsync(Purchase purchase, Guid id, CancellationToken cancellationToken)
    {
        var (merchant, purchaseId, version) = (purchase.Merchant, purchase.PurchaseId.Value, purchase.Version + 1);
        return Database.Set<PurchaseRow>().AnyAsync(
            row => row.Merchant == merchant && row.PurchaseId == purchaseId && row.Version == version && row.CommitId == id, cancellationToken);
    }
}
