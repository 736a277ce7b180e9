using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes a commit: one <c>SaveChanges</c>, which is one transaction of its own, so that it also works under a retrying
/// execution strategy (design.md §5.12). The concurrency tokens are the purchase's version and the attempt's state and
/// fencing number.
/// </summary>
internal static class LedgerWriter
{
    public static async Task<LedgerCommitResult> CommitAsync(DbContext database, LedgerCommit commit, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        await StageAsync(database, commit, id, cancellationToken).ConfigureAwait(false);
        try
        {
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return LedgerCommitResult.Committed;
        }
        catch (DbUpdateException failure)
        {
            database.ChangeTracker.Clear();
            // A retrying strategy that lost the acknowledgement of this commit ran it again, into its own rows.
            if (await IsThereAsync(database, commit.Purchase, id, cancellationToken).ConfigureAwait(false))
                return LedgerCommitResult.Committed;
            if (failure is DbUpdateConcurrencyException)
                return LedgerCommitResult.Stale;
            if (await LedgerRefusal.FindAsync(database, commit, cancellationToken).ConfigureAwait(false) is { } refused)
                return refused;
            // A line that is in the books already stays as it is: the rest of the commit is made without it.
            var missing = await LedgerBooks.MissingAsync(database, commit.Lines, cancellationToken).ConfigureAwait(false);
            if (missing.Count < commit.Lines.Count)
                return await CommitAsync(database, commit with { Lines = missing }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task StageAsync(DbContext database, LedgerCommit commit, Guid id, CancellationToken cancellationToken)
    {
        var version = commit.Purchase.Version + 1;
        var purchase = RowConverter.ToRow(commit.Purchase, version, id);
        if (commit.Purchase.Version == 0)
            database.Add(purchase);
        else
            database.Update(purchase).Property(row => row.Version).OriginalValue = commit.Purchase.Version;

        for (var position = 0; position < commit.Moves.Count; position++)
        {
            var move = commit.Moves[position];
            StageAttempt(database, move);
            if (move.Journal is { } entry)
                database.Add(RowConverter.ToRow(entry, version, position));
        }

        database.AddRange(commit.Events.Select(OutboxRowConverter.ToRow));
        database.AddRange(commit.Lines.Select(BookRowConverter.ToRow));
        foreach (var refund in commit.Refunds)
        {
            var row = BookRowConverter.ToRow(refund);
            var there = await database.Set<RefundRow>().AnyAsync(
                other => other.Merchant == row.Merchant && other.OrderId == row.OrderId && other.CancelId == row.CancelId,
                cancellationToken).ConfigureAwait(false);
            database.Entry(row).State = there ? EntityState.Modified : EntityState.Added;
        }
    }

    private static void StageAttempt(DbContext database, AttemptMove move)
    {
        var attempt = RowConverter.ToRow(move.Attempt);
        if (move.ExpectedState is not { } expected)
        {
            database.Add(attempt);
            return;
        }

        var row = database.Update(attempt);
        row.Property(column => column.State).OriginalValue = RowConverter.Word(expected);
        row.Property(column => column.Fence).OriginalValue = move.ExpectedFence;
    }

    private static Task<bool> IsThereAsync(DbContext database, Purchase purchase, Guid id, CancellationToken cancellationToken)
    {
        var (merchant, purchaseId) = (purchase.Merchant, purchase.PurchaseId.Value);
        return database.Set<PurchaseRow>().AnyAsync(row => row.Merchant == merchant && row.PurchaseId == purchaseId && row.CommitId == id, cancellationToken);
    }
}
