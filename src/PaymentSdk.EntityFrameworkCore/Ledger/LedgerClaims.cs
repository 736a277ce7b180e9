using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The ledger row as a queue: who may work on a due attempt, and when it is due (design.md §5.11).</summary>
internal sealed class LedgerClaims(DbContext database, LedgerClock clock)
{
    /// <summary>
    /// Takes what is due by raising its fencing number. The purchase's version stays; an old holder's commit fails by the
    /// fencing number.
    /// </summary>
    public async Task<IReadOnlyList<LedgerEntry>> TakeAsync(string merchant, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        var start = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var now = RowConverter.Instant(start);
        var until = RowConverter.Instant(start + lease);
        var fences = await LedgerProvider.Of(database).TakeDueAsync(database, merchant, most, now, until, cancellationToken).ConfigureAwait(false);
        return fences.Count == 0 ? [] : await ReadAsync(merchant, fences, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The due time that is to be brought forward, and to when; null when there is nothing to wake, which is what most calls find.</summary>
    public async Task<(long From, long To)?> FindSleeperAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken)
    {
        var seen = await Attempt(merchant, orderId)
            .Select(attempt => new { attempt.DueAt, attempt.LastQueriedAt, Now = DateTime.UtcNow })
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (seen?.DueAt is not { } due)
            return null;
        var time = clock.Read(seen.Now);
        var now = RowConverter.Instant(time);
        return due <= now || seen.LastQueriedAt > RowConverter.Instant(time - atMostEvery) ? null : (due, now);
    }

    /// <summary>Brings the due time forward, unless it has changed meanwhile.</summary>
    public Task<int> WakeAsync(string merchant, OrderId orderId, (long From, long To) due, CancellationToken cancellationToken) =>
        Attempt(merchant, orderId).Where(attempt => attempt.DueAt == due.From)
            .ExecuteUpdateAsync(row => row.SetProperty(attempt => attempt.DueAt, due.To), cancellationToken);

    private IQueryable<AttemptRow> Attempt(string merchant, OrderId orderId) =>
        database.Set<AttemptRow>().AsNoTracking().Where(attempt => attempt.Merchant == merchant && attempt.OrderId == orderId.Value);

    private async Task<IReadOnlyList<LedgerEntry>> ReadAsync(string merchant, Dictionary<string, long> fences, CancellationToken cancellationToken)
    {
        var taken = fences.Keys.ToList();
        var rows = await database.Entries().Where(row => row.Attempt.Merchant == merchant && taken.Contains(row.Attempt.OrderId))
            .OrderBy(row => row.Attempt.DueAt).ThenBy(row => row.Attempt.OrderId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.Attempt.Fence == fences[row.Attempt.OrderId]).Select(clock.Entry)];
    }
}
