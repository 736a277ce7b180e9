using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The inbox as a queue. A webhook is stored before it is answered, and is handled at least once (docs/spec/money.md §8).</summary>
internal sealed class LedgerInbox(DbContext database, LedgerClock clock)
{
    public async Task<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken)
    {
        var now = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var since = RowConverter.Instant(now - replayWithin);
        var merchants = database.Set<InboxRow>().AsNoTracking().Where(row => row.Merchant == message.Merchant);
        if (await merchants.AnyAsync(row => row.BodyHash == message.BodyHash && row.ReceivedAt >= since, cancellationToken).ConfigureAwait(false))
            return InboxResult.Replayed;
        if (await merchants.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Take(mostWaiting).CountAsync(cancellationToken).ConfigureAwait(false) >= mostWaiting)
            return InboxResult.Full;
        database.Add(InboxRowConverter.ToRow(message, now));
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return InboxResult.Stored;
    }

    public async Task<IReadOnlyList<InboxMessage>> TakeAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken)
    {
        var start = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var (now, until) = (RowConverter.Instant(start), RowConverter.Instant(start + lease));
        var due = await database.Set<InboxRow>().AsNoTracking()
            .Where(row => row.Merchant == merchant && row.DueAt <= now && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.MessageId).Take(maxCount)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var taken = new List<InboxMessage>();
        foreach (var row in due)
        {
            var token = row.FencingToken + 1;
            var mine = await Row(row.Merchant, row.MessageId, row.FencingToken)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(other => other.FencingToken, token).SetProperty(other => other.LeaseUntil, until),
                    cancellationToken).ConfigureAwait(false);
            if (mine == 1)
                taken.Add(InboxRowConverter.ToRecord(row) with { FencingToken = token });
        }

        return taken;
    }

    public async Task<bool> RecordAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        var (handled, due) = (RowConverter.Instant(message.HandledAt), RowConverter.Instant(message.DueAt));
        var written = await Row(message.Merchant, message.MessageId, message.FencingToken)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.HandledAt, handled).SetProperty(row => row.DueAt, due).SetProperty(row => row.FailureCount, message.FailureCount)
                    .SetProperty(row => row.FencingToken, message.FencingToken + 1).SetProperty(row => row.LeaseUntil, (long?)null),
                cancellationToken).ConfigureAwait(false);
        return written == 1;
    }

    private IQueryable<InboxRow> Row(string merchant, Guid messageId, long token) =>
        database.Set<InboxRow>().Where(row => row.Merchant == merchant && row.MessageId == messageId && row.FencingToken == token);
}
