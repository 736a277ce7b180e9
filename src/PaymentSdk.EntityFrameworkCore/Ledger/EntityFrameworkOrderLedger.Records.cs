using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The outbox, inbox, queries and reconciliation of the ledger.</summary>
internal sealed partial class EntityFrameworkOrderLedger
{
    public ValueTask<IReadOnlyList<EventDelivery>> ClaimEventsAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerOutbox(db, clock).TakeAsync(merchant, maxCount, lease, cancellationToken), cancellationToken);

    public ValueTask<bool> RecordDeliveryAsync(EventDelivery delivery, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerOutbox(db, clock).RecordAsync(delivery, cancellationToken), cancellationToken);

    public ValueTask<EventDelivery?> FindEventAsync(string merchant, Guid eventId, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerOutbox(db, clock).FindAsync(merchant, eventId, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<EventDelivery>> ListUndeliveredAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerOutbox(db, clock).ListAsync(merchant, maxCount, cancellationToken), cancellationToken);

    public ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerInbox(db, clock).ReceiveAsync(message, mostWaiting, replayWithin, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<InboxMessage>> ClaimMessagesAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerInbox(db, clock).TakeAsync(merchant, maxCount, lease, cancellationToken), cancellationToken);

    public ValueTask<bool> RecordHandlingAsync(InboxMessage message, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerInbox(db, clock).RecordAsync(message, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerRecords(db, clock).ListAsync(merchant, states, maxCount, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerRecords(db, clock).ListRecentAsync(merchant, maxCount, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerRecords(db, clock).ListRefundsAsync(merchant, states, maxCount, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<Attempt>> ReadAttemptsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Attempt>>(
            async db =>
            {
                var rows = await db.Set<AttemptRow>().AsNoTracking()
                    .Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId.Value)
                    .OrderBy(row => row.Number)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(RowConverter.ToRecord);
            },
            cancellationToken);

    public ValueTask<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerRecords(db, clock).AddMovementsAsync(lines, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerRecords(db, clock).ReadMovementsAsync(merchant, from, to, cancellationToken), cancellationToken);

    public async ValueTask SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken) =>
        await database.WriteAsync(db => new LedgerRecords(db, clock).SaveBreaksAsync(breaks, cancellationToken), cancellationToken).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerRecords(db, clock).ListBreaksAsync(merchant, withClosed, cancellationToken), cancellationToken);

    public async ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken)
    {
        var figures = await database.ReadAsync(db => new LedgerRecords(db, clock).ReadStatisticsAsync(merchant, cancellationToken), cancellationToken).ConfigureAwait(false);
        return figures with { Faults = await database.FindFaultsAsync(cancellationToken).ConfigureAwait(false) };
    }

    public async ValueTask<PurgeResult> PurgeAsync(string merchant, PurgeLimits limits, CancellationToken cancellationToken) =>
        await new LedgerPurge(database, clock, merchant).RunAsync(limits, cancellationToken).ConfigureAwait(false);
}
