using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The ledger in a relational database. Each call has its own context, and nothing is cached between calls.</summary>
internal sealed partial class EntityFrameworkOrderLedger(LedgerDatabase database, LedgerClock clock, Func<CancellationToken, ValueTask<string>> examine) : IOrderLedger
{
    private Func<DbContext, string, string, CancellationToken, Task<SnapshotRow?>>? _find;

    public ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db =>
            {
                _find ??= LedgerProviders.Of(db).CompileFind();
                var row = await _find(db, merchant, orderId.Value, cancellationToken).ConfigureAwait(false);
                return row is null ? null : clock.Entry(row);
            },
            cancellationToken);

    public ValueTask<AttemptSnapshot?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        FirstAsync(
            rows => rows.Where(row => row.Purchase.Merchant == merchant && row.Purchase.PurchaseId == purchaseId.Value
                && row.Attempt.OrderId == row.Purchase.LatestAttempt),
            cancellationToken);

    public ValueTask<AttemptSnapshot?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken) =>
        FirstAsync(rows => rows.Where(row => row.Attempt.Merchant == merchant && row.Attempt.PaymentKey == paymentKey.Value), cancellationToken);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async db => clock.Read(await db.TimeAsync(cancellationToken).ConfigureAwait(false)), cancellationToken);

    public ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        database.CommitAsync(commit, cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerClaims(db, clock).TakeAsync(merchant, lane, maxCount, lease, cancellationToken), cancellationToken);

    public ValueTask<int> CountDueAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new LedgerClaims(db, clock).CountAsync(merchant, lane, within, maxCount, cancellationToken), cancellationToken);

    public ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken) =>
        database.WriteAsync(db => new LedgerProcesses(db, clock).BeatAsync(merchant, process, within, cancellationToken), cancellationToken);

    public async ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(db => new LedgerClaims(db, clock).FindWaitingAsync(merchant, orderId, atMostEvery, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (waiting is { } due)
            await database.WriteAsync(db => new LedgerClaims(db, clock).MakeDueAsync(merchant, orderId, due, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RefundRecord>>(
            async db =>
            {
                var rows = await db.Set<RefundRow>().AsNoTracking()
                    .Where(row => row.Merchant == merchant && row.OrderId == orderId.Value)
                    .OrderBy(row => row.Number)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(RecordRowConverter.ToRecord);
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<JournalEntry>>(
            async db =>
            {
                var rows = await db.Set<JournalRow>().AsNoTracking()
                    .Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId.Value)
                    .OrderBy(row => row.PurchaseVersion).ThenBy(row => row.Position)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(RowConverter.ToRecord);
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OrderEvent>>(
            async db =>
            {
                var rows = await db.Set<OutboxRow>().AsNoTracking()
                    .Where(row => row.Merchant == merchant && row.PurchaseId == purchaseId.Value)
                    .OrderBy(row => row.Sequence)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(OutboxRowConverter.ToRecord);
            },
            cancellationToken);

    public ValueTask<string> CheckAsync(CancellationToken cancellationToken) => examine(cancellationToken);

    private ValueTask<AttemptSnapshot?> FirstAsync(Func<IQueryable<SnapshotRow>, IQueryable<SnapshotRow>> which, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db =>
            {
                var row = await which(db.Entries()).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null ? null : clock.Entry(row);
            },
            cancellationToken);
}
