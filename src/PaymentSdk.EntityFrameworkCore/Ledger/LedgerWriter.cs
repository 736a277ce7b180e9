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
        Stage(database, commit);
        try
        {
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return LedgerCommitResult.Committed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerCommitResult.Stale;
        }
        catch (DbUpdateException)
        {
            // Databases name a broken uniqueness each in its own way; what is there now says it for all of them.
            if (await WhyRefusedAsync(database, commit, cancellationToken).ConfigureAwait(false) is { } refused)
                return refused;
            throw;
        }
    }

    private static void Stage(DbContext database, LedgerCommit commit)
    {
        var version = commit.Purchase.Version + 1;
        var purchase = RowConverter.ToRow(commit.Purchase, version);
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

        database.AddRange(commit.Events.Select(RowConverter.ToRow));
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

    /// <summary>What stands in the way of a commit that the database refused; null when nothing does, so that it failed.</summary>
    private static async Task<LedgerCommitResult?> WhyRefusedAsync(DbContext database, LedgerCommit commit, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var (merchant, purchaseId) = (commit.Purchase.Merchant, commit.Purchase.PurchaseId.Value);
        var version = await database.Set<PurchaseRow>().AsNoTracking().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId)
            .Select(row => row.Version).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (version != commit.Purchase.Version)
            return LedgerCommitResult.Stale;
        foreach (var move in commit.Moves)
        {
            if (await WhyRefusedAsync(database, move, cancellationToken).ConfigureAwait(false) is { } refused)
                return refused;
        }

        return await AnyEventIsThereAsync(database, commit, cancellationToken).ConfigureAwait(false) ? LedgerCommitResult.Stale : null;
    }

    private static async Task<LedgerCommitResult?> WhyRefusedAsync(DbContext database, AttemptMove move, CancellationToken cancellationToken)
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
            var row = RowConverter.ToRow(happened);
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
