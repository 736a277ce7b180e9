using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Uses the rows of attempts as a queue. It decides who may work on a due attempt, and when an attempt is due.</summary>
internal sealed class LedgerClaims(DbContext database, LedgerClock clock)
{
    private const int Requested = (int)RecoveryLane.Requested;

    /// <summary>
    /// Takes due attempts by increasing their fencing tokens. The versions of their purchases do not change. A commit of an earlier holder fails
    /// because its fencing token is no longer current.
    /// </summary>
    public async Task<IReadOnlyList<AttemptSnapshot>> TakeAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken)
    {
        var start = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var now = RowConverter.Instant(start);
        var until = RowConverter.Instant(start + lease);
        var tokens = await LedgerProviders.Of(database).TakeDueAsync(database, merchant, lane, maxCount, now, until, cancellationToken).ConfigureAwait(false);
        return tokens.Count == 0 ? [] : await ReadAsync(merchant, tokens, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Counts the attempts of a lane that are due within a time, including those that are leased. It counts at most <paramref name="maxCount"/>.
    /// </summary>
    public async Task<int> CountAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken)
    {
        var last = RowConverter.Instant(clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false)) + within);
        var number = (int)lane;
        return await database.Set<AttemptRow>().AsNoTracking()
            .Where(attempt => attempt.Merchant == merchant && attempt.Lane == number && attempt.DueAt <= last)
            .OrderBy(attempt => attempt.DueAt).Select(attempt => attempt.OrderId).Take(maxCount).CountAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the current and the new due time of an attempt that is to be made due; null if nothing has to change, as is usual.</summary>
    public async Task<(long From, long To)?> FindWaitingAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken)
    {
        var seen = await Attempt(merchant, orderId)
            .Select(attempt => new { attempt.DueAt, attempt.Lane, attempt.LastQueriedAt, Now = DateTime.UtcNow })
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (seen?.DueAt is not { } due)
            return null;
        var time = clock.Read(seen.Now);
        var now = RowConverter.Instant(time);
        // A query in the future was made before the clock was set back. It delays nothing.
        if ((seen.LastQueriedAt > RowConverter.Instant(time - atMostEvery) && seen.LastQueriedAt <= now) || (due <= now && seen.Lane <= Requested))
            return null;
        return (due, Math.Min(due, now));
    }

    /// <summary>Brings the due time forward, unless it has changed meanwhile, and moves the attempt out of the lanes with lower priority.</summary>
    public Task<int> MakeDueAsync(string merchant, OrderId orderId, (long From, long To) due, CancellationToken cancellationToken) =>
        Attempt(merchant, orderId).Where(attempt => attempt.DueAt == due.From)
            .ExecuteUpdateAsync(
                row => row.SetProperty(attempt => attempt.DueAt, due.To)
                    .SetProperty(attempt => attempt.Lane, attempt => attempt.Lane > Requested ? Requested : attempt.Lane),
                cancellationToken);

    private IQueryable<AttemptRow> Attempt(string merchant, OrderId orderId) =>
        database.Set<AttemptRow>().AsNoTracking().Where(attempt => attempt.Merchant == merchant && attempt.OrderId == orderId.Value);

    private async Task<IReadOnlyList<AttemptSnapshot>> ReadAsync(string merchant, Dictionary<string, long> tokens, CancellationToken cancellationToken)
    {
        var taken = tokens.Keys.ToList();
        var rows = await database.Entries().Where(row => row.Attempt.Merchant == merchant && taken.Contains(row.Attempt.OrderId))
            .OrderBy(row => row.Attempt.DueAt).ThenBy(row => row.Attempt.OrderId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.Attempt.FencingToken == tokens[row.Attempt.OrderId]).Select(clock.Entry)];
    }
}
