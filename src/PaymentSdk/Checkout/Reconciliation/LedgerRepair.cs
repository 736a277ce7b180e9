using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Adds to the ledger what the gateway lists and the ledger lacks (docs/spec/money.md §8, §9). A missing movement of one of the shop's payments is
/// added. An order whose state differs in the ledger is adopted: it is queried, and its outcome is recorded, as in recovery.
/// </summary>
internal sealed class LedgerRepair(ReconciliationContext context)
{
    private readonly List<OrderId> _repaired = [];
    private readonly Dictionary<string, string> _strangers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>The number of missing movements that were added.</summary>
    public int MovementsAdded { get; private set; }

    /// <summary>The orders whose state changed.</summary>
    public IReadOnlyList<OrderId> Repaired => _repaired;

    /// <summary>The reasons why movements could not be added, by transaction key.</summary>
    public IReadOnlyDictionary<string, string> Strangers => _strangers;

    /// <summary>
    /// The transaction keys that belong to another registration of this host. Two registrations may share one account at the provider.
    /// </summary>
    public IReadOnlySet<string> Others => _others;

    /// <summary>
    /// Repairs each payment that has a movement in the gateway's list but not in the ledger. Other payments need no repair, because a
    /// movement is written in the same commit as the move of its attempt.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<ProviderTransaction> theirs, IReadOnlyList<MoneyMovement> ours, CancellationToken cancellationToken)
    {
        var known = ours.Select(line => line.TransactionKey).ToHashSet(StringComparer.Ordinal);
        foreach (var payment in theirs.Where(movement => !known.Contains(movement.Key)).GroupBy(movement => movement.Row.PaymentKey))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RepairAsync([.. payment], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RepairAsync(List<ProviderTransaction> missing, CancellationToken cancellationToken)
    {
        var row = missing[0].Row;
        // The ledger contains only valid payment keys, so any other text cannot be found in it.
        if (!PaymentKey.TryParse(row.PaymentKey.Value, out _, out _))
        {
            MarkUnmatched(missing, "The gateway lists a value that is not a valid payment key. Find the order in the provider's dashboard.");
            return;
        }

        // The order is looked up by its order id, because a buyer may have sent the payment key with another order.
        var entry = await FindAsync(row, missing, cancellationToken).ConfigureAwait(false);
        if (entry is null)
            return;
        if (IsOtherwise(entry.Attempt, missing))
            entry = await AdoptAsync(entry, row, cancellationToken).ConfigureAwait(false);
        if (entry.Attempt.PaymentKey != row.PaymentKey || (IsWithoutMoney(entry.Attempt) && missing.Sum(movement => movement.Amount) > 0) || await HasNotLearnedAsync(entry, missing, cancellationToken).ConfigureAwait(false))
        {
            MarkUnmatched(missing, $"The order is in the ledger with the state {entry.Attempt.State}, and the gateway has not confirmed the movement yet. It is queried again.");
            return;
        }
        // Movements that the adoption has just written are not changed.
        await context.Ledger.AddMovementsAsync([.. missing.Select(movement => movement.Line(entry))], cancellationToken).ConfigureAwait(false);
        MovementsAdded += missing.Count;
    }

    /// <summary>Returns the order of a payment; null when the order is not in this ledger, or the ledger has another payment for it.</summary>
    private async Task<AttemptSnapshot?> FindAsync(Transaction row, List<ProviderTransaction> missing, CancellationToken cancellationToken)
    {
        var isOrderId = row.OrderId.IsUsable;
        var entry = isOrderId ? await context.Ledger.FindAsync(context.Merchant, row.OrderId, cancellationToken).ConfigureAwait(false) : null;
        if (entry is null && isOrderId && await IsOfAnotherMerchantAsync(row.OrderId, cancellationToken).ConfigureAwait(false))
        {
            _others.UnionWith(missing.Select(movement => movement.Key));
            return null;
        }

        var why = entry switch
        {
            null => "The ledger knows neither its order id nor its payment key.",
            { Attempt.PaymentKey: { } other } when other != row.PaymentKey => "The order is in the ledger with another payment key. Check whether the buyer paid twice.",
            _ => null,
        };
        if (why is null)
            return entry;
        MarkUnmatched(missing, why);
        return null;
    }

    private async Task<bool> IsOfAnotherMerchantAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        foreach (var (merchant, ledger) in context.OtherLedgers)
        {
            if (await ledger.FindAsync(merchant, orderId, cancellationToken).ConfigureAwait(false) is not null)
                return true;
        }

        return false;
    }

    private void MarkUnmatched(List<ProviderTransaction> missing, string why)
    {
        foreach (var movement in missing)
            _strangers[movement.Key] = why;
    }

    /// <summary>Whether the order must be queried, because the gateway lists money or a cancel that the row may not show.</summary>
    private static bool IsOtherwise(Attempt attempt, List<ProviderTransaction> missing) => attempt.State switch
    {
        AttemptState.Approved or AttemptState.PartlyCanceled => attempt.PaymentKey is null || missing.Exists(movement => movement.Amount < 0),
        // If the listed movements add up to 0, they are only recorded. If money remains, the payment is queried.
        AttemptState.Canceled => missing.Sum(movement => movement.Amount) > 0,
        // Recovery or an operator already works on the order.
        AttemptState.Reversing or AttemptState.DuplicatePayment => false,
        _ => true,
    };

    /// <summary>
    /// Whether the listed cancels are still missing from the balance of the row, which happens when the query has failed. The movements remain breaks
    /// until a query shows the cancels.
    /// </summary>
    private async Task<bool> HasNotLearnedAsync(AttemptSnapshot entry, List<ProviderTransaction> missing, CancellationToken cancellationToken)
    {
        var attempt = entry.Attempt;
        // Another worker queries the payment now, and the row stays due until it is answered.
        if (attempt.LeaseUntil > entry.Now || attempt.State is not (AttemptState.Approved or AttemptState.PartlyCanceled) || !missing.Exists(movement => movement.IsCancel))
            return false;
        var keys = missing.Select(movement => movement.Key).ToHashSet(StringComparer.Ordinal);
        var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, attempt.OrderId, cancellationToken).ConfigureAwait(false);
        var known = refunds.Where(refund => refund.State is RefundProgress.Done or RefundProgress.Pending && refund.TransactionKey is { } key && !keys.Contains(key)).Sum(refund => refund.Amount ?? 0);
        return attempt.Balance > attempt.Amount.Value - known + missing.Where(movement => movement.IsCancel).Sum(movement => movement.Amount);
    }

    /// <summary>Whether the row shows no money. A closed attempt with a late approval that waits for another attempt does show money.</summary>
    private static bool IsWithoutMoney(Attempt attempt) => attempt.State is AttemptState.Created or AttemptState.Confirming or AttemptState.Unknown
        || (AttemptStates.IsClosed(attempt.State) && !AttemptStates.WaitsForOther(attempt));

    private async Task<AttemptSnapshot> AdoptAsync(AttemptSnapshot entry, Transaction row, CancellationToken cancellationToken)
    {
        // If another worker holds the row, that worker records the outcome, and the row is read again here.
        var settled = await context.TransactionAdoption.AdoptAsync(entry.Attempt.OrderId, row.PaymentKey).ConfigureAwait(false)
            ?? await context.Ledger.FindAsync(context.Merchant, entry.Attempt.OrderId, cancellationToken).ConfigureAwait(false)
            ?? entry;
        if (settled.Attempt.State != entry.Attempt.State)
        {
            _repaired.Add(entry.Attempt.OrderId);
            Log.Repaired(context.Logger, entry.Attempt.OrderId, entry.Attempt.State, settled.Attempt.State);
        }
        return settled;
    }
}
