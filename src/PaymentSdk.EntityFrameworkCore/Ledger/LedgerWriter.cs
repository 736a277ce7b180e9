using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes a commit in its own transaction, within the host's execution strategy if that strategy retries, or in a savepoint of a shared transaction.
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

    /// <summary>
    /// Writes one of several commits into an open transaction, completely or not at all. If nothing was written, the result is the reason.
    /// </summary>
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
                : new DbUpdateConcurrencyException("A row has changed since it was read.");
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
        // A commit whose acknowledgment was lost is run again and finds its own rows. Before the commit is sent for the first time, its id proves
        // nothing, because the caller may have kept the id of the version that it read.
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

/// <summary>A commit that is being written to the database.</summary>
/// <param name="commit">The commit to write.</param>
internal sealed class PendingCommit(LedgerCommit commit)
{
    // The same commit without some movements is still the same commit.
    private StrongBox<bool> _committing = new();

    public LedgerCommit Commit => commit;

    /// <summary>The id that is written into the purchase, by which a commit whose acknowledgment was lost finds its own row.</summary>
    public Guid Id { get; private init; } = commit.Purchase.CommitId == Guid.Empty ? Guid.NewGuid() : commit.Purchase.CommitId;

    /// <summary>Whether the database has been asked to commit. From then on the outcome of a failed commit is unknown.</summary>
    public bool Committing
    {
        get => _committing.Value;
        set => _committing.Value = value;
    }

    /// <summary>Returns the same commit with only the money movements that are not in the ledger yet.</summary>
    public PendingCommit Without(IReadOnlyList<MoneyMovement> missing) => new(commit with { Movements = missing }) { Id = Id, _committing = _committing };

    /// <summary>
    /// Returns the rows in the order in which they are written. The purchase is first, so that two commits of one purchase never deadlock.
    /// </summary>
    public async ValueTask<IReadOnlyList<RowWrite>> RowsAsync(DbContext database, CancellationToken cancellationToken)
    {
        var version = commit.Purchase.Version + 1;
        List<RowWrite> rows = [new(RowConverter.ToRow(commit.Purchase, version, Id), commit.Purchase.Version == 0 ? null : [(nameof(PurchaseRow.Version), commit.Purchase.Version)])];
        foreach (var move in commit.Moves)
            rows.Add(new(RowConverter.ToRow(move.Attempt), move.ExpectedState is { } state ? [(nameof(AttemptRow.State), RowConverter.Word(state)), (nameof(AttemptRow.FencingToken), move.ExpectedFencingToken)] : null));
        for (var position = 0; position < commit.Moves.Count; position++)
        {
            if (commit.Moves[position].Journal is { } entry)
                rows.Add(new(RowConverter.ToRow(entry, version, position)));
        }

        rows.AddRange(commit.Events.Select(happened => new RowWrite(OutboxRowConverter.ToRow(happened))));
        rows.AddRange(commit.Movements.Select(line => new RowWrite(RecordRowConverter.ToRow(line))));
        foreach (var refund in commit.Refunds)
        {
            var row = RecordRowConverter.ToRow(refund);
            var there = await database.Set<RefundRow>().AnyAsync(
                other => other.Merchant == row.Merchant && other.OrderId == row.OrderId && other.RefundId == row.RefundId,
                cancellationToken).ConfigureAwait(false);
            rows.Add(new(row, there ? [] : null));
        }

        return rows;
    }
}

/// <summary>One row that a commit inserts or updates.</summary>
/// <param name="Row">The row to write.</param>
/// <param name="Expected">Null for an insert. Otherwise the expected values of the table's concurrency tokens, by the names of their
/// properties.</param>
internal readonly record struct RowWrite(object Row, (string Property, object Value)[]? Expected = null);

/// <summary>
/// Finds out why the database refused a commit. Each database reports a violated unique constraint in its own way, but the rows that exist now show
/// the reason in every database.
/// </summary>
internal static class LedgerRefusal
{
    /// <summary>
    /// Returns the reason for which this commit was refused; null if there is no such reason, which means that the database failed.
    /// </summary>
    public static async Task<LedgerCommitResult?> FindAsync(DbContext database, LedgerCommit commit, CancellationToken cancellationToken)
    {
        var (merchant, purchaseId) = (commit.Purchase.Merchant, commit.Purchase.PurchaseId.Value);
        var version = await database.Set<PurchaseRow>().AsNoTracking().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId)
            .Select(row => row.Version).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (version != commit.Purchase.Version)
            return LedgerCommitResult.Stale;
        foreach (var move in commit.Moves)
        {
            if (await FindAsync(database, move, cancellationToken).ConfigureAwait(false) is { } refused)
                return refused;
        }

        return await AnyEventIsThereAsync(database, commit, cancellationToken).ConfigureAwait(false) ? LedgerCommitResult.Stale : null;
    }

    private static async Task<LedgerCommitResult?> FindAsync(DbContext database, AttemptMove move, CancellationToken cancellationToken)
    {
        var (merchant, orderId, paymentKey) = (move.Attempt.Merchant, move.Attempt.OrderId.Value, move.Attempt.PaymentKey?.Value);
        var attempts = database.Set<AttemptRow>().AsNoTracking().Where(row => row.Merchant == merchant);
        if (paymentKey is not null
            && await attempts.AnyAsync(row => row.PaymentKey == paymentKey && row.OrderId != orderId, cancellationToken).ConfigureAwait(false))
            return LedgerCommitResult.PaymentKeyTaken;
        if (move.ExpectedState is null && await attempts.AnyAsync(row => row.OrderId == orderId, cancellationToken).ConfigureAwait(false))
            return LedgerCommitResult.Stale;
        if (move.Journal is { Sequence: var sequence }
            && await database.Set<JournalRow>().AnyAsync(row => row.Merchant == merchant && row.OrderId == orderId && row.Sequence == sequence, cancellationToken).ConfigureAwait(false))
            return LedgerCommitResult.Stale;
        return null;
    }

    private static async Task<bool> AnyEventIsThereAsync(DbContext database, LedgerCommit commit, CancellationToken cancellationToken)
    {
        foreach (var happened in commit.Events)
        {
            var row = OutboxRowConverter.ToRow(happened);
            var there = await database.Set<OutboxRow>().AnyAsync(
                other => other.EventId == row.EventId
                    || (other.Merchant == row.Merchant && other.PurchaseId == row.PurchaseId && other.Sequence == row.Sequence),
                cancellationToken).ConfigureAwait(false);
            if (there)
                return true;
        }

        return false;
    }
}
