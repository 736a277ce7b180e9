using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>The times of commits, intents and reversals, and the owner of each idempotency key.</summary>
internal sealed class LedgerWatch(World world, LedgerModel ledger, Diary diary)
{
    private readonly Dictionary<string, (string OrderId, string RefundId)> _refundKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string OrderId, string RefundId), DateTimeOffset> _refunds = [];
    private readonly Dictionary<string, DateTimeOffset> _intents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _reversals = new(StringComparer.Ordinal);

    /// <summary>Called with every event that is written.</summary>
    public Action<OrderDiary, OrderEvent> Written { get; set; } = (_, _) => { };

    /// <summary>Called with every commit that is written.</summary>
    public Action<LedgerCommit> Moved { get; set; } = _ => { };

    /// <summary>Called with every attempt that has moved to another state.</summary>
    public Action<Attempt> StateMoved { get; set; } = _ => { };

    public AttemptRow? Row(string orderId) => ledger.Row("", OrderId.Parse(orderId));

    /// <summary>Returns the refund that an idempotency key belongs to; null when the key was never in the ledger.</summary>
    public (string OrderId, string RefundId)? RefundOf(string? key) => key is not null && _refundKeys.TryGetValue(key, out var owner) ? owner : null;

    /// <summary>Returns the time at which a refund was first written.</summary>
    public DateTimeOffset? Refund(string orderId, string refundId) => _refunds.TryGetValue((orderId, refundId), out var at) ? at : null;

    /// <summary>Returns the time at which the intent of the last confirm of an order was written.</summary>
    public DateTimeOffset? Intent(string orderId) => _intents.TryGetValue(orderId, out var at) ? at : null;

    /// <summary>Returns the time at which the reversal of an order was first written.</summary>
    public DateTimeOffset? Reversal(string orderId) => _reversals.TryGetValue(orderId, out var at) ? at : null;

    public void Committed(LedgerCommit commit)
    {
        var purchase = commit.Purchase.PurchaseId.Value;
        foreach (var move in commit.Moves)
        {
            var (attempt, order) = (move.Attempt, move.Attempt.OrderId.Value);
            if (move.ExpectedState is null)
                diary.Open(purchase, order, attempt.Amount.Value);
            if (attempt is { State: AttemptState.Confirming, LastSendAt: not null } && move.Journal is not null)
                _intents[order] = world.Now;
            if (attempt.State == AttemptState.Reversing || attempt.ReversalRequestedAt is not null)
                _reversals.TryAdd(order, world.Now);
            if (move.Journal is not { } line)
                continue;
            world.Coverage.CountTransition(line.From, line.To);
            if (line.From != line.To)
                StateMoved(attempt);
        }

        foreach (var refund in commit.Refunds)
        {
            _refundKeys[refund.IdempotencyKey.Value] = (refund.OrderId.Value, refund.RefundId.Value);
            _refunds.TryAdd((refund.OrderId.Value, refund.RefundId.Value), world.Now);
        }

        foreach (var happened in commit.Events)
        {
            if (diary.Order(happened.OrderId.Value) is not { } order)
                continue;
            order.Purchase.Written.Add(happened);
            Written(order, happened);
        }

        Moved(commit);
    }
}
