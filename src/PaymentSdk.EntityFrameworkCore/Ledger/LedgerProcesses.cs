using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The processes of the shop that are alive. They share the request budget of the merchant.</summary>
internal sealed class LedgerProcesses(DbContext database, LedgerClock clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public async Task<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken)
    {
        var time = clock.Read(await database.TimeAsync(cancellationToken).ConfigureAwait(false));
        var now = RowConverter.Instant(time);
        var processes = database.Set<ProcessRow>().AsNoTracking().Where(row => row.Merchant == merchant);
        await WriteAsync(processes, new ProcessRow { Merchant = merchant, Process = process, SeenAt = now }, cancellationToken).ConfigureAwait(false);

        // A clock that was set back leaves rows with times in the future. Such rows are deleted like expired rows.
        var (first, last) = (RowConverter.Instant(time - Remembered), RowConverter.Instant(time + Remembered));
        await processes.Where(row => row.SeenAt < first || row.SeenAt > last).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var since = RowConverter.Instant(time - within);
        return await processes.CountAsync(row => row.Process == process || row.SeenAt >= since, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteAsync(IQueryable<ProcessRow> processes, ProcessRow seen, CancellationToken cancellationToken)
    {
        for (var again = true; ; again = false)
        {
            var written = await processes.Where(row => row.Process == seen.Process)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, seen.SeenAt), cancellationToken).ConfigureAwait(false);
            if (written > 0)
                return;
            database.Add(seen);
            try
            {
                await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbUpdateException) when (again)
            {
                // Another call in this process has inserted the row first.
                database.ChangeTracker.Clear();
            }
        }
    }
}
