namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Stores breaks: opens them when they are first seen, and closes them when the ledger and the gateway agree again (docs/spec/money.md §8).
/// </summary>
internal sealed class BreakStore(string merchant, IOrderLedger ledger)
{
    /// <summary>The reason for an automatic close. It differs from every operator's reason, which begins with the actor.</summary>
    public const string Agreed = "The ledger and the gateway agree again.";

    /// <summary>Writes the differences that a day's comparison found, merged with the known breaks.</summary>
    public async Task RecordAsync(DateOnly day, IReadOnlyList<Difference> found, CancellationToken cancellationToken)
    {
        var now = await ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        var known = await ledger.ListBreaksAsync(merchant, withClosed: true, cancellationToken).ConfigureAwait(false);
        var changed = Merge(day, known, found, now);
        if (changed.Count > 0)
            await ledger.SaveBreaksAsync(changed, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> ChangeAsync(string transactionKey, Func<ReconciliationBreak, DateTimeOffset, ReconciliationBreak> change, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(transactionKey);
        var open = await ledger.ListBreaksAsync(merchant, withClosed: false, cancellationToken).ConfigureAwait(false);
        if (open.FirstOrDefault(row => row.TransactionKey == transactionKey) is not { } found)
            return false;
        var now = await ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        await ledger.SaveBreaksAsync([change(found, now)], cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Returns the rows that change: new breaks, known breaks whose difference has changed, and breaks that are resolved.</summary>
    private List<ReconciliationBreak> Merge(DateOnly day, IReadOnlyList<ReconciliationBreak> known, IReadOnlyList<Difference> found, DateTimeOffset now)
    {
        var byKey = known.ToDictionary(row => row.TransactionKey, StringComparer.Ordinal);
        var keys = found.Select(difference => difference.Key).ToHashSet(StringComparer.Ordinal);
        var changed = found
            .Select(difference => (Row: Row(day, difference, byKey.GetValueOrDefault(difference.Key), now), Known: byKey.GetValueOrDefault(difference.Key)))
            .Where(pair => pair.Row != pair.Known).Select(pair => pair.Row).ToList();
        changed.AddRange(known
            .Where(row => row.Day == day && row.ClosedAt is null && !keys.Contains(row.TransactionKey))
            .Select(row => row with { ClosedAt = now, ClosedBecause = Agreed }));
        return changed;
    }

    private ReconciliationBreak Row(DateOnly day, Difference found, ReconciliationBreak? known, DateTimeOffset now)
    {
        var row = new ReconciliationBreak
        {
            Merchant = merchant,
            TransactionKey = found.Key,
            Kind = found.Kind,
            Day = day,
            OrderId = found.OrderId,
            PaymentKey = found.PaymentKey,
            Ours = found.Ours,
            Theirs = found.Theirs,
            Currency = found.Currency,
            Detail = found.Detail,
            Owner = known?.Owner,
            OpenedAt = known?.OpenedAt ?? now,
        };
        return known switch
        {
            null or { ClosedAt: null } => row,
            // An operator closed the break, and the difference has not changed since.
            { ClosedBecause: not Agreed } when IsSame(known, row) => known,
            // The break has come back, so its age starts again.
            _ => row with { OpenedAt = now },
        };
    }

    private static bool IsSame(ReconciliationBreak known, ReconciliationBreak row) =>
        known.Kind == row.Kind && known.Ours == row.Ours && known.Theirs == row.Theirs && known.Currency == row.Currency;
}
