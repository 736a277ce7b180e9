using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The ledger row as a queue: who may work on a due attempt, and when it is due (design.md §5.11).</summary>
internal sealed class LedgerClaims(DbContext database, LedgerClock clock)
{
    /// <summary>
    /// Reads what is due, then takes each row by an update that only one claimer's can match: the fencing number it saw.
    /// The purchase's version stays; an old holder's commit fails by the fencing number.
    /// </summary>
    public async Task<IReadOnlyList<LedgerEntry>> TakeAsync(string merchant, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        var start = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var now = RowConverter.Instant(start);
        var until = RowConverter.Instant(start + lease);
        var due = await Due(merchant, now).OrderBy(attempt => attempt.DueAt).ThenBy(attempt => attempt.OrderId).Take(most)
            .Select(attempt => new { attempt.OrderId, attempt.Fence })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var fences = new Dictionary<string, long>();
        foreach (var seen in due)
        {
            var taken = await Due(merchant, now).Where(attempt => attempt.OrderId == seen.OrderId && attempt.Fence == seen.Fence)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(attempt => attempt.Fence, seen.Fence + 1).SetProperty(attempt => attempt.LeaseUntil, until),
                    cancellationToken).ConfigureAwait(false);
            if (taken == 1)
                fences.Add(seen.OrderId, seen.Fence + 1);
        }

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

    private IQueryable<AttemptRow> Due(string merchant, long now) =>
        database.Set<AttemptRow>().AsNoTracking()
            .Where(attempt => attempt.Merchant == merchant && attempt.DueAt <= now && (attempt.LeaseUntil == null || attempt.LeaseUntil <= now));

    private async Task<IReadOnlyList<LedgerEntry>> ReadAsync(string merchant, Dictionary<string, long> fences, CancellationToken cancellationToken)
    {
        var taken = fences.Keys.ToList();
        var rows = await database.Entries().Where(row => row.Attempt.Merchant == merchant && taken.Contains(row.Attempt.OrderId))
            .OrderBy(row => row.Attempt.DueAt).ThenBy(row => row.Attempt.OrderId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.Attempt.Fence == fences[row.Attempt.OrderId]).Select(clock.Entry)];
    }
}
