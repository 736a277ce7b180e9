using PaymentSdk.Api;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Reconciles one day: reads both lists, adds movements that the ledger lacks, updates orders that differ, and records the remaining
/// differences.
/// </summary>
internal sealed class DayReconciliation(ReconciliationContext context)
{
    /// <summary>How long before and after the day a movement is searched for before it counts as a discrepancy.</summary>
    private static readonly TimeSpan Beside = TimeSpan.FromHours(1);

    /// <summary>How long the gateway's list may lag behind a movement.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(10);

    private readonly GatewayTransactions _gateway = new(context.Client);
    private readonly BreakStore _breaks = new(context.Merchant, context.Ledger);

    public async Task<DayResult> ReconcileAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var range = TransactionRange.OfDay(day);
        var settled = await context.Ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false) - Lag;
        var theirs = await _gateway.ReadAsync(range, cancellationToken).ConfigureAwait(false);
        var repair = new LedgerRepair(context);
        await repair.RunAsync(theirs, await OursAsync(range, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

        var ours = await OursAsync(range, cancellationToken).ConfigureAwait(false);
        var beside = await SeenBesideAsync(range, ours, theirs, cancellationToken).ConfigureAwait(false);
        await _breaks.RecordAsync(day, Comparison.Differences(day, ours, [.. theirs.Where(movement => !repair.Others.Contains(movement.Key))], beside, repair.Strangers, settled), cancellationToken).ConfigureAwait(false);
        return new DayResult(Comparison.Sums(ours.Where(line => range.Contains(line.At)), theirs), repair.MovementsAdded, repair.Repaired);
    }

    private async Task<IReadOnlyList<MoneyMovement>> OursAsync(TransactionRange range, CancellationToken cancellationToken) =>
        await context.Ledger.ReadMovementsAsync(context.Merchant, range.From - Beside, range.Until + Beside, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Returns the keys that the gateway lists from shortly before to shortly after the day. The gateway is queried again only when its list of the
    /// day lacks a movement of the ledger.
    /// </summary>
    private async Task<IReadOnlySet<string>> SeenBesideAsync(TransactionRange range, IReadOnlyList<MoneyMovement> ours, List<ProviderTransaction> theirs, CancellationToken cancellationToken)
    {
        var listed = theirs.Select(movement => movement.Key).ToHashSet(StringComparer.Ordinal);
        if (ours.All(line => !range.Contains(line.At) || listed.Contains(line.TransactionKey)))
            return listed;
        var around = await _gateway.ReadAsync(new TransactionRange(range.From - Beside, range.Until + Beside), cancellationToken).ConfigureAwait(false);
        return around.Select(movement => movement.Key).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Reads the gateway's list of transactions.</summary>
internal sealed class GatewayTransactions(IPaymentClient client)
{
    /// <summary>
    /// Returns all movements in a time range, in the gateway's order. Throws when the list is incomplete, because missing rows would become breaks.
    /// </summary>
    public async Task<List<ProviderTransaction>> ReadAsync(TransactionRange range, CancellationToken cancellationToken)
    {
        var movements = new List<ProviderTransaction>();
        await foreach (var row in client.Transactions.ListAsync(range, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ProviderTransaction.Of(row) is { } movement)
                movements.Add(movement);
        }
        return movements;
    }
}
