using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Deletes rows that are old enough, at most 100 purchases per transaction, so that other writers can run in between (docs/spec/money.md §8).
/// </summary>
internal sealed class LedgerPurge(LedgerDatabase ledger, LedgerClock clock, string merchant)
{
    private const int AtOnce = 100;

    private static readonly string[] NothingTaken = Words(
        AttemptState.Created, AttemptState.Superseded, AttemptState.Declined, AttemptState.Expired, AttemptState.NotSent);

    private static readonly string[] Over = [.. NothingTaken, .. Words(AttemptState.Approved, AttemptState.PartlyCanceled, AttemptState.Canceled)];

    private static readonly string[] ClosedRefunds = [nameof(RefundProgress.Done), nameof(RefundProgress.Refused)];

    public async Task<PurgeResult> RunAsync(PurgeLimits limits, CancellationToken cancellationToken)
    {
        var (neverPaid, payments, inbox) = (RowConverter.Instant(limits.NeverPaid), RowConverter.Instant(limits.Payments), RowConverter.Instant(limits.Inbox));
        var purchases = await PurgePurchasesAsync(neverPaid, payments, cancellationToken).ConfigureAwait(false);
        var lines = await ledger.WriteAsync(
            db => db.Set<MoneyMovementRow>()
                .Where(row => row.Merchant == merchant && row.At < payments && !db.Set<AttemptRow>().Any(kept => kept.Merchant == merchant && kept.OrderId == row.OrderId))
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var messages = await ledger.WriteAsync(
            db => db.Set<InboxRow>().Where(row => row.Merchant == merchant && row.ReceivedAt < inbox).ExecuteDeleteAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return new PurgeResult(purchases, lines, messages);
    }

    private async Task<int> PurgePurchasesAsync(long neverPaid, long payments, CancellationToken cancellationToken)
    {
        for (var (purged, after) = (0, ""); ;)
        {
            var old = await ledger.ReadAsync(db => FindAsync(db, neverPaid, payments, after, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (old.Count == 0)
                return purged;
            purged += await ledger.WriteAsync(
                db => db.Database.CreateExecutionStrategy().ExecuteAsync(token => DeleteAsync(db, old, token), cancellationToken),
                cancellationToken).ConfigureAwait(false);
            after = old[^1].PurchaseId;
        }
    }

    private Task<List<Old>> FindAsync(DbContext database, long neverPaid, long payments, string after, CancellationToken cancellationToken)
    {
        var attempts = database.Set<AttemptRow>().Where(row => row.Merchant == merchant);
        var undecided = Undecided(database);
        var undelivered = Undelivered(database);
        return database.Set<PurchaseRow>().AsNoTracking()
            .Where(purchase => purchase.Merchant == merchant && purchase.OpenedAt < neverPaid && purchase.PurchaseId.CompareTo(after) > 0)
            .Where(purchase => !undecided.Any(row => row.PurchaseId == purchase.PurchaseId) && !undelivered.Any(row => row.PurchaseId == purchase.PurchaseId))
            .Where(purchase =>
                !attempts.Any(row => row.PurchaseId == purchase.PurchaseId && (!NothingTaken.Contains(row.State) || row.ApprovedAt != null))
                || (purchase.OpenedAt < payments && !attempts.Any(row => row.PurchaseId == purchase.PurchaseId && row.ChangedAt >= payments)))
            .OrderBy(purchase => purchase.PurchaseId).Take(AtOnce)
            .Select(purchase => new Old(purchase.PurchaseId, purchase.Version))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Returns the attempts whose money is undecided, because an operator or recovery still works on them.</summary>
    private IQueryable<AttemptRow> Undecided(DbContext database)
    {
        var open = database.Set<RefundRow>().Where(refund => refund.Merchant == merchant && !ClosedRefunds.Contains(refund.State));
        return database.Set<AttemptRow>().Where(row => row.Merchant == merchant
            && (!Over.Contains(row.State) || row.DueAt != null || row.OpenRefund != null || row.LateApprovalAt != null || open.Any(refund => refund.OrderId == row.OrderId)));
    }

    private IQueryable<OutboxRow> Undelivered(DbContext database) =>
        database.Set<OutboxRow>().Where(row => row.Merchant == merchant && row.DeliveredAt == null);

    private async Task<int> DeleteAsync(DbContext database, List<Old> purchases, CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var now = RowConverter.Instant(clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false)));
            var purged = 0;
            foreach (var old in purchases)
                purged += await DeleteAsync(database, merchant, old.PurchaseId, old.Version, now, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return purged;
        }
    }

    /// <summary>
    /// Marks the purchase, and then deletes it. The mark fails if the purchase has changed since it was read, and makes every later change to the
    /// purchase fail.
    /// </summary>
    public static async Task<bool> DeleteAsync(DbContext database, string merchant, string purchaseId, long version, long now, CancellationToken cancellationToken)
    {
        // A delivery that is being recorded at the same time, e.g. of an event that is delivered again, commits first or fails because of its fencing
        // token.
        var events = database.Set<OutboxRow>().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId);
        await events.Where(row => row.DeliveredAt != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.FencingToken, row => row.FencingToken + 1), cancellationToken).ConfigureAwait(false);
        if (await events.AnyAsync(row => row.DeliveredAt == null, cancellationToken).ConfigureAwait(false))
            return false;
        var purchase = database.Set<PurchaseRow>().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId);
        var marked = await purchase.Where(row => row.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PurgedAt, now).SetProperty(row => row.Version, version + 1), cancellationToken).ConfigureAwait(false);
        if (marked == 0)
            return false;
        var attempts = database.Set<AttemptRow>().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId);
        await database.Set<JournalRow>().Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await events.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await database.Set<RefundRow>().Where(row => row.Merchant == merchant && attempts.Any(attempt => attempt.OrderId == row.OrderId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await attempts.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await purchase.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static string[] Words(params ReadOnlySpan<AttemptState> states)
    {
        var words = new string[states.Length];
        for (var at = 0; at < words.Length; at++)
            words[at] = RowConverter.Word(states[at]);
        return words;
    }

    private sealed record Old(string PurchaseId, long Version);
}
