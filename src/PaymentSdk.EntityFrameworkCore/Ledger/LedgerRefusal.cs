using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Finds out why the database refused a commit. Each database reports a violated uniqueness in its own way, and the rows that are there now show
/// the reason for all of them.
/// </summary>
internal static class LedgerRefusal
{
    /// <summary>Returns the reason for which this commit was refused; null if there is none, which means that the database failed.</summary>
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
