using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>
/// The rules for the rows of the ledger: one blocking attempt, legal moves, a journal that replays to the state, events in order, and
/// money movements that agree with the gateway.
/// </summary>
internal sealed class RecordRules(GatewayModel gateway, LedgerModel ledger, Diary diary)
{
    private readonly Dictionary<string, int> _heard = new(StringComparer.Ordinal);

    /// <summary>Called when a commit was written.</summary>
    public void Moved(LedgerCommit commit)
    {
        var name = commit.Purchase.PurchaseId.Value;
        foreach (var move in commit.Moves)
        {
            if (move.Journal is { } line && !Transitions.IsLegal(line.From, line.To))
                diary.Violate("journal-illegal", name, $"{line.OrderId} moved from {line.From} to {line.To} ({line.Cause}).");
        }

        if (ledger.Row(commit.Purchase.Merchant, commit.Purchase.PurchaseId) is not { Attempts.Count: > 1 } row)
            return;
        var open = row.Attempts.FindAll(attempt => Takes(attempt.Attempt));
        if (open.Count > 1)
            diary.Violate("two-blocking", name, $"{string.Join(" and ", open.Select(attempt => $"{attempt.Attempt.OrderId} {attempt.Attempt.State}"))} block the purchase at the same time.");
    }

    /// <summary>Called when the shop's handler has handled an event.</summary>
    public void OnEvent(OrderEvent happened)
    {
        var name = happened.PurchaseId.Value;
        var last = _heard.GetValueOrDefault(name);
        if (happened.Sequence > last + 1)
            diary.Violate("events-order", name, $"Event {happened.Sequence} ({happened.Type}) came before event {last + 1}.");
        _heard[name] = Math.Max(last, happened.Sequence);
        if (happened.Sequence == last + 1)
            diary.Purchase(name).HandledEvents.Add(happened);
    }

    /// <summary>Checks the ledger at the end.</summary>
    /// <param name="withMovements">Whether to compare money movements; after a change of the account, the gateway's list is incomplete.</param>
    public void End(bool withMovements)
    {
        foreach (var purchase in ledger.Purchases)
        {
            var name = purchase.Purchase.PurchaseId.Value;
            foreach (var row in purchase.Attempts)
                Refold(name, purchase, row.Attempt);
            if (purchase.Events.Exists(happened => happened.Delivery.DeliveredAt is null))
                diary.Violate("event-undelivered", name, "An event was never delivered.");
            var numbers = purchase.Events.ConvertAll(happened => happened.Event.Sequence);
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
                diary.Violate("events-order", name, $"The numbers of its events are {string.Join(", ", numbers)}.");
        }

        if (withMovements)
            CompareMovements();
    }

    private void Refold(string name, PurchaseRow purchase, Attempt attempt)
    {
        AttemptState? state = null;
        var sequence = 0;
        foreach (var line in purchase.Journal)
        {
            if (line.OrderId != attempt.OrderId)
                continue;
            if (line.Sequence != ++sequence || line.From != state)
            {
                diary.Violate("journal-broken", name, $"{attempt.OrderId}: line {line.Sequence} ({line.From} → {line.To}) is number {sequence} and follows {state}.");
                return;
            }

            state = line.To;
        }

        if (state != attempt.State || sequence != attempt.JournalCount)
            diary.Violate("journal-broken", name, $"{attempt.OrderId}: the journal gives {state} after {sequence} lines, but the row is {attempt.State} after {attempt.JournalCount}.");
    }

    private void CompareMovements()
    {
        var ours = ledger.Movements.ToDictionary(line => line.TransactionKey, line => line.Amount.Value, StringComparer.Ordinal);
        foreach (var payment in gateway.Payments)
        {
            foreach (var execution in payment.Executions)
            {
                if (!ours.Remove(execution.TransactionKey, out var amount))
                    diary.Violate("movements-differ", payment.Plan.Subject, $"{execution.Movement} of {execution.Amount} of {payment.Plan.OrderId} is not in the ledger.");
                else if (amount != execution.Signed)
                    diary.Violate("movements-differ", payment.Plan.Subject, $"{execution.Movement} of {payment.Plan.OrderId} is {amount} in the ledger and {execution.Signed} at the gateway.");
            }
        }

        foreach (var (key, amount) in ours)
            diary.Violate("movements-differ", "", $"{amount} under {key} is in the ledger but not at the gateway.");
        if (ledger.Breaks.FirstOrDefault(found => found.ClosedAt is null) is { } open)
            diary.Violate("discrepancy-open", "", $"{open.Kind} {open.TransactionKey}: {open.Detail}");
    }

    /// <summary>Returns whether the attempt has taken the money of its purchase, or still can.</summary>
    private static bool Takes(Attempt attempt) => !attempt.IsDuplicate && attempt.ReversalRequestedAt is null
        && attempt.State is AttemptState.Confirming or AttemptState.Unknown or AttemptState.AwaitingDeposit or AttemptState.Approved or AttemptState.PartlyCanceled;
}

/// <summary>The legal moves of an attempt, taken from the rules (docs/spec/money.md §2).</summary>
internal static class Transitions
{
    private static readonly HashSet<string> Known = [.. Command.WrittenTransitions.Legal];

    public static bool IsLegal(AttemptState? from, AttemptState to) => from == to || Known.Contains($"{from?.ToString() ?? "-"}→{to}");
}
