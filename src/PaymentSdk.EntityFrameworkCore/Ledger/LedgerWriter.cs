using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes a commit in its own transaction, within the host's execution strategy if that retries, or in a savepoint of a shared transaction.
/// The concurrency tokens are the version of the purchase, and the state and the fencing token of the attempt.
/// </summary>
/// <param name="session">The session to write on.</param>
/// <param name="statements">The statements that write rows.</param>
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

    /// <summary>Writes one of several commits into an open transaction: all of it, or nothing, in which case it returns the reason.</summary>
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

    /// <summary>Writes the rows. Returns null if every row was written, otherwise the failure of the database.</summary>
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
        // A commit whose acknowledgement was lost is run again and finds its own rows. Before it was sent for the first time its id proves nothing,
        // because the caller may have kept the id of the version that it read.
        if (pending.Committing && await IsThereAsync(commit.Purchase, pending.Id, cancellationToken).ConfigureAwait(false))
            return LedgerCommitResult.Committed;
        if (failure is DbUpdateConcurrencyException)
            return LedgerCommitResult.Stale;
        // Checked first, because a query with the same values might also be refused.
        if (LedgerFailure.IsOfData(failure))
            return LedgerCommitResult.DataRefused;
        if (await LedgerRefusal.FindAsync(Database, commit, cancellationToken).ConfigureAwait(false) is { } refused)
            return refused;
        // A movement that is already in the ledger is not changed. The rest of the commit is written without it.
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
