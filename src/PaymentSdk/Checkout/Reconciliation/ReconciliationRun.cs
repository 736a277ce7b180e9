using PaymentSdk.Diagnostics;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Runs the reconciliation day by day. Only one day's transactions are held in memory, and a failure does not undo the days before it.
/// </summary>
internal sealed class ReconciliationRun(ReconciliationContext context) : IReconciliation
{
    private readonly DayReconciliation _day = new(context);
    private readonly BreakStore _breaks = new(context.Merchant, context.Ledger);

    public async Task<ReconciliationReport> ReconcileAsync(ReconciliationRange? range = null, CancellationToken cancellationToken = default)
    {
        var wanted = range ?? Trailing();
        var days = new List<DayResult>();
        foreach (var day in wanted.Days())
            days.Add(await _day.ReconcileAsync(day, cancellationToken).ConfigureAwait(false));
        var open = await context.Ledger.ListBreaksAsync(context.Merchant, withClosed: false, cancellationToken).ConfigureAwait(false);
        var breaks = open.Where(row => wanted.Contains(row.Day)).ToList();
        var report = new ReconciliationReport
        {
            Merchant = context.Merchant,
            Range = wanted,
            MadeAt = await context.Ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false),
            Sums = Comparison.Add(days.SelectMany(day => day.Sums)),
            Breaks = breaks,
            OtherBreaks = open.Count - breaks.Count,
            MovementsAdded = days.Sum(day => day.MovementsAdded),
            Repaired = [.. days.SelectMany(day => day.Repaired).Distinct()],
        };
        Log.Reconciled(context.Logger, context.Merchant, wanted.From, wanted.Until, report.MovementsAdded, report.Repaired.Count, open.Count);
        return report;
    }

    public async Task<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(bool withClosed = false, CancellationToken cancellationToken = default) =>
        await context.Ledger.ListBreaksAsync(context.Merchant, withClosed, cancellationToken).ConfigureAwait(false);

    public Task<bool> AssignAsync(string transactionKey, string owner, CancellationToken cancellationToken = default)
    {
        CheckText(owner, 64, nameof(owner));
        return _breaks.ChangeAsync(transactionKey, (row, _) => row with { Owner = owner }, cancellationToken);
    }

    public Task<bool> CloseAsync(string transactionKey, string actor, string reason, CancellationToken cancellationToken = default)
    {
        CheckText(actor, 64, nameof(actor));
        CheckText(reason, 200, nameof(reason));
        return _breaks.ChangeAsync(transactionKey, (row, now) => row with { ClosedAt = now, ClosedBecause = $"{actor}: {reason}" }, cancellationToken);
    }

    /// <summary>
    /// Runs the daily reconciliation of the configured number of days up to yesterday. It also runs the reconciliation of up to 31 other days that
    /// have open breaks, because these breaks may have been resolved since.
    /// </summary>
    public async Task RunDailyAsync(CancellationToken cancellationToken)
    {
        var report = await ReconcileAsync(null, cancellationToken).ConfigureAwait(false);
        var open = await context.Ledger.ListBreaksAsync(context.Merchant, withClosed: false, cancellationToken).ConfigureAwait(false);
        foreach (var day in open.Select(row => row.Day).Distinct().Where(day => !report.Range.Contains(day)).OrderDescending().Take(31))
            await _day.ReconcileAsync(day, cancellationToken).ConfigureAwait(false);
    }

    private ReconciliationRange Trailing() => new(context.Today.AddDays(-context.Settings.Current.Reconciliation.Days), context.Today);

    private static void CheckText(string text, int maxCount, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Length > maxCount || !StorableText.IsClean(text))
            throw new ArgumentException($"The text must have 1 to {maxCount} characters and no control characters or unpaired surrogates, because it is stored with the discrepancy.", name);
    }
}
