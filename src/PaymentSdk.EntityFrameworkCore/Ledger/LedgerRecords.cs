using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Reads and writes the data that operators and the reconciliation need.</summary>
internal sealed class LedgerRecords(DbContext database, LedgerClock clock)
{
    private static readonly string[] Unsettled =
        [RowConverter.Word(AttemptState.Confirming), RowConverter.Word(AttemptState.Unknown), RowConverter.Word(AttemptState.Reversing)];

    private static readonly string[] ForOperators = [RowConverter.Word(AttemptState.NeedsAttention), RowConverter.Word(AttemptState.Mismatch)];

    private static readonly string[] OpenRefunds =
        [nameof(RefundProgress.Requested), nameof(RefundProgress.Sent), nameof(RefundProgress.Unknown), nameof(RefundProgress.Pending)];

    public async Task<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken)
    {
        var words = states.Select(RowConverter.Word).ToArray();
        var rows = await database.Entries().Where(row => row.Attempt.Merchant == merchant && words.Contains(row.Attempt.State))
            .OrderBy(row => row.Attempt.ChangedAt).ThenBy(row => row.Attempt.OrderId).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(clock.Entry);
    }

    public async Task<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken)
    {
        var rows = await database.Entries().Where(row => row.Attempt.Merchant == merchant)
            .OrderByDescending(row => row.Attempt.OpenedAt).ThenBy(row => row.Attempt.OrderId).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(clock.Entry);
    }

    public async Task<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken)
    {
        var words = states.Select(state => state.ToString()).ToArray();
        var rows = await database.Set<RefundRow>().AsNoTracking().Where(row => row.Merchant == merchant && words.Contains(row.State))
            .OrderBy(row => row.ChangedAt).ThenBy(row => row.OrderId).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(RecordRowConverter.ToRecord);
    }

    /// <summary>Adds the movements that are missing. If another process adds one at the same time, the existing ones are read again.</summary>
    public async Task<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken)
    {
        for (var again = true; ; again = false)
        {
            var missing = await MissingAsync(database, lines, cancellationToken).ConfigureAwait(false);
            database.AddRange(missing.Select(RecordRowConverter.ToRow));
            try
            {
                await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return missing.Count;
            }
            catch (DbUpdateException) when (again)
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Returns the movements whose transaction key is not in the ledger.</summary>
    public static async Task<List<MoneyMovement>> MissingAsync(DbContext database, IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken)
    {
        var missing = new List<MoneyMovement>();
        foreach (var ofMerchant in lines.DistinctBy(line => (line.Merchant, line.TransactionKey)).GroupBy(line => line.Merchant))
        {
            var (merchant, keys) = (ofMerchant.Key, ofMerchant.Select(line => line.TransactionKey).ToArray());
            var there = await database.Set<MoneyMovementRow>().AsNoTracking().Where(row => row.Merchant == merchant && keys.Contains(row.TransactionKey))
                .Select(row => row.TransactionKey).ToListAsync(cancellationToken).ConfigureAwait(false);
            missing.AddRange(ofMerchant.Where(line => !there.Contains(line.TransactionKey)));
        }

        return missing;
    }

    public async Task<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (RowConverter.Instant(from), RowConverter.Instant(to));
        var rows = await database.Set<MoneyMovementRow>().AsNoTracking().Where(row => row.Merchant == merchant && row.At >= first && row.At < end)
            .OrderBy(row => row.At).ThenBy(row => row.TransactionKey).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(RecordRowConverter.ToRecord);
    }

    public async Task<int> SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken)
    {
        foreach (var found in breaks)
        {
            var row = RecordRowConverter.ToRow(found);
            var there = await database.Set<BreakRow>().AnyAsync(other => other.Merchant == row.Merchant && other.TransactionKey == row.TransactionKey, cancellationToken).ConfigureAwait(false);
            database.Entry(row).State = there ? EntityState.Modified : EntityState.Added;
        }

        return await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken)
    {
        var rows = await database.Set<BreakRow>().AsNoTracking().Where(row => row.Merchant == merchant && (withClosed || row.ClosedAt == null))
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.TransactionKey).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(RecordRowConverter.ToRecord);
    }

    public async Task<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken)
    {
        var attempts = database.Set<AttemptRow>().AsNoTracking().Where(row => row.Merchant == merchant);
        var refunds = database.Set<RefundRow>().AsNoTracking().Where(row => row.Merchant == merchant);
        var (duplicate, reversing, failed) = (RowConverter.Word(AttemptState.DuplicatePayment), RowConverter.Word(AttemptState.Reversing), nameof(RefundProgress.PayoutFailed));
        return new LedgerStatistics
        {
            Now = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false)),
            OldestUnknownSince = RowConverter.Instant(await attempts.Where(row => Unsettled.Contains(row.State))
                .MinAsync(row => row.State == reversing ? row.ReversalRequestedAt : row.FirstSentAt, cancellationToken).ConfigureAwait(false)),
            Attention = await attempts.CountAsync(row => ForOperators.Contains(row.State), cancellationToken).ConfigureAwait(false)
                + await refunds.CountAsync(row => row.State == failed || (OpenRefunds.Contains(row.State) && row.AnsweredCount >= RefundRecord.AnswersBeforeAttention), cancellationToken).ConfigureAwait(false),
            DuplicatePayments = await attempts.CountAsync(row => row.State == duplicate, cancellationToken).ConfigureAwait(false),
            FailedPayouts = await refunds.CountAsync(row => row.State == failed, cancellationToken).ConfigureAwait(false),
            OpenBreaks = await database.Set<BreakRow>().CountAsync(row => row.Merchant == merchant && row.ClosedAt == null, cancellationToken).ConfigureAwait(false),
            OldestUndeliveredSince = RowConverter.Instant(await database.Set<OutboxRow>().Where(row => row.Merchant == merchant && row.DeliveredAt == null)
                .MinAsync(row => (long?)row.RecordedAt, cancellationToken).ConfigureAwait(false)),
            WaitingWebhooks = await database.Set<InboxRow>().CountAsync(row => row.Merchant == merchant && row.DueAt != null, cancellationToken).ConfigureAwait(false),
        };
    }
}
