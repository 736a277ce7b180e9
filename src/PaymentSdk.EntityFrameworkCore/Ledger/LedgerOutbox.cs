using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The outbox as a queue: events are delivered at least once, and in order per purchase (docs/spec/money.md §8).</summary>
internal sealed class LedgerOutbox(DbContext database, LedgerClock clock)
{
    public async Task<IReadOnlyList<EventDelivery>> TakeAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken)
    {
        var start = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var (now, until) = (RowConverter.Instant(start), RowConverter.Instant(start + lease));
        var due = await FirstOfEachPurchase(merchant).Where(row => row.DueAt <= now && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.PurchaseId).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var taken = new List<EventDelivery>();
        foreach (var row in due)
        {
            var token = row.FencingToken + 1;
            var mine = await database.Set<OutboxRow>().Where(other => other.EventId == row.EventId && other.FencingToken == row.FencingToken && other.DeliveredAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(other => other.FencingToken, token).SetProperty(other => other.LeaseUntil, until),
                    cancellationToken).ConfigureAwait(false);
            if (mine == 1)
                taken.Add(OutboxRowConverter.ToDelivery(row) with { FencingToken = token, LeaseUntil = start + lease });
        }

        return taken;
    }

    public async Task<bool> RecordAsync(EventDelivery delivery, CancellationToken cancellationToken)
    {
        var (eventId, token) = (delivery.Event.EventId, delivery.FencingToken);
        var (delivered, due) = (RowConverter.Instant(delivery.DeliveredAt), RowConverter.Instant(delivery.DueAt));
        var written = await database.Set<OutboxRow>().Where(row => row.EventId == eventId && row.FencingToken == token)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DeliveredAt, delivered).SetProperty(row => row.DueAt, due)
                    .SetProperty(row => row.FailureCount, delivery.FailureCount).SetProperty(row => row.Error, delivery.Error)
                    .SetProperty(row => row.SkippedBy, delivery.SkippedBy)
                    .SetProperty(row => row.FencingToken, token + 1).SetProperty(row => row.LeaseUntil, (long?)null),
                cancellationToken).ConfigureAwait(false);
        return written == 1;
    }

    public async Task<EventDelivery?> FindAsync(string merchant, Guid eventId, CancellationToken cancellationToken) =>
        await database.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Merchant == merchant && row.EventId == eventId, cancellationToken).ConfigureAwait(false)
            is { } row ? OutboxRowConverter.ToDelivery(row) : null;

    public async Task<IReadOnlyList<EventDelivery>> ListAsync(string merchant, int maxCount, CancellationToken cancellationToken)
    {
        var rows = await Undelivered(merchant).OrderBy(row => row.RecordedAt).ThenBy(row => row.PurchaseId).ThenBy(row => row.Sequence).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(OutboxRowConverter.ToDelivery);
    }

    private IQueryable<OutboxRow> Undelivered(string merchant) =>
        database.Set<OutboxRow>().AsNoTracking().Where(row => row.Merchant == merchant && row.DeliveredAt == null);

    private IQueryable<OutboxRow> FirstOfEachPurchase(string merchant)
    {
        var undelivered = Undelivered(merchant);
        return undelivered.Where(row => !undelivered.Any(earlier => earlier.PurchaseId == row.PurchaseId && earlier.Sequence < row.Sequence));
    }
}
