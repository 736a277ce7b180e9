using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>A refund that the shop requested.</summary>
internal sealed class AskedRefund(string id)
{
    public string Id => id;

    /// <summary>The amounts of its requests, of which the ledger stores that of the first accepted one. Null is the full amount.</summary>
    public HashSet<decimal?> Amounts { get; } = [];

    public bool IsForEverything => Amounts.Contains(null);

    public List<CallReport> Reports { get; } = [];

    /// <summary>The times of its requests.</summary>
    public List<DateTimeOffset> AskedAt { get; } = [];

    /// <summary>Whether one of its requests allowed a second refund of the same amount.</summary>
    public bool AllowsDuplicate { get; set; }

    /// <summary>Whether an operator recorded it as refunded by hand.</summary>
    public bool ByHand { get; set; }
}

/// <summary>The requests for one order, and the answers to them.</summary>
internal sealed class OrderDiary(PurchaseDiary purchase, string orderId, decimal amount)
{
    public PurchaseDiary Purchase => purchase;

    public string OrderId => orderId;

    /// <summary>The amount that the attempt was opened with.</summary>
    public decimal Amount => amount;

    public List<AskedRefund> Refunds { get; } = [];

    public List<CallReport> Reports { get; } = [];

    /// <summary>The payment keys that buyers brought back from the window.</summary>
    public HashSet<string> Confirmed { get; } = new(StringComparer.Ordinal);

    /// <summary>When a reversal was first requested, regardless of the outcome of the call; null when none was.</summary>
    public DateTimeOffset? ReversalAsked { get; set; }

    /// <summary>When a caller first received the answer that the reversal is in the ledger; null when none did.</summary>
    public DateTimeOffset? ReversalPromised { get; set; }

    /// <summary>When an operator decided that the shop keeps the money; null when none did.</summary>
    public DateTimeOffset? ReversalWithdrawn { get; set; }

    /// <summary>
    /// When an operator last tried to record that the shop keeps the money, regardless of the outcome of the call; null when none did.
    /// </summary>
    public DateTimeOffset? WithdrawalAsked { get; set; }

    /// <summary>When an operator began to refund by hand; null when none did.</summary>
    public DateTimeOffset? ByHandSince { get; set; }

    /// <summary>When an operator accepted an amount other than the requested one; null when none did.</summary>
    public DateTimeOffset? AmountAccepted { get; set; }

    /// <summary>When an operator's decision ended the need for attention; null when none did.</summary>
    public DateTimeOffset? Resolved { get; set; }

    public bool IsReversed => ReversalPromised is not null && ReversalWithdrawn is null;

    public void Ask(string refundId, decimal? amount, bool allowDuplicate, DateTimeOffset at)
    {
        var asked = Refund(refundId);
        if (asked is null)
            Refunds.Add(asked = new AskedRefund(refundId));
        asked.Amounts.Add(amount);
        asked.AskedAt.Add(at);
        asked.AllowsDuplicate |= allowDuplicate;
    }

    public AskedRefund? Refund(string id) => Refunds.Find(refund => refund.Id == id);

    /// <summary>The payments of the order at the gateway.</summary>
    public IReadOnlyList<GatewayPayment> Payments(GatewayModel gateway) => gateway.AllOfOrder(orderId);

    public decimal Kept(GatewayModel gateway)
    {
        var kept = 0m;
        foreach (var payment in gateway.AllOfOrder(orderId))
            kept += payment.Kept;
        return kept;
    }
}

/// <summary>The requests for one purchase.</summary>
internal sealed class PurchaseDiary(string name)
{
    public string Name => name;

    public List<OrderDiary> Orders { get; } = [];

    /// <summary>The events of the purchase that the ledger wrote, in order.</summary>
    public List<OrderEvent> Written { get; } = [];

    /// <summary>The events that the shop's handler has handled.</summary>
    public List<OrderEvent> HandledEvents { get; } = [];

    /// <summary>When the first request to take money for the purchase was sent; null when none was.</summary>
    public DateTimeOffset? FirstSent { get; set; }

    /// <summary>The amount of that request; null when none was sent.</summary>
    public decimal? FirstSentAmount { get; set; }

    public decimal Kept(GatewayModel gateway)
    {
        var kept = 0m;
        foreach (var order in Orders)
            kept += order.Kept(gateway);
        return kept;
    }
}

/// <summary>All requests and answers of a history, and the violations that were found in it.</summary>
internal sealed class Diary(World world)
{
    private readonly List<Violation> _violations = [];
    private readonly HashSet<(string, string)> _known = [];
    private readonly Dictionary<string, OrderDiary> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PurchaseDiary> _purchases = new(StringComparer.Ordinal);
    private readonly List<PurchaseDiary> _inOrder = [];

    public World World => world;

    public IReadOnlyList<Violation> Violations => _violations;

    public IReadOnlyList<PurchaseDiary> Purchases => _inOrder;

    /// <summary>Called with each answer that a caller receives.</summary>
    public Action<CallReport> Answered { get; set; } = _ => { };

    /// <summary>Returns whether an invariant, given by name, is not checked in this history.</summary>
    public Func<string, bool> Ignores { get; set; } = _ => false;

    public OrderDiary? Order(string? orderId) => orderId is null ? null : _orders.GetValueOrDefault(orderId);

    public PurchaseDiary Purchase(string name)
    {
        if (!_purchases.TryGetValue(name, out var purchase))
        {
            _purchases[name] = purchase = new PurchaseDiary(name);
            _inOrder.Add(purchase);
        }

        return purchase;
    }

    public OrderDiary Open(string purchase, string orderId, decimal amount)
    {
        if (_orders.TryGetValue(orderId, out var known))
            return known;
        var diary = Purchase(purchase);
        var order = new OrderDiary(diary, orderId, amount);
        _orders[orderId] = order;
        diary.Orders.Add(order);
        return order;
    }

    public void Record(CallReport report)
    {
        Order(report.OrderId)?.Reports.Add(report);
        Answered(report);
    }

    /// <summary>Records a violation. The same violation of the same purchase is recorded once.</summary>
    public void Violate(string invariant, string subject, string detail)
    {
        if (Ignores(invariant) || !_known.Add((invariant, subject)))
            return;
        _violations.Add(new Violation(invariant, world.Now, subject, detail));
        world.Tell(world.Itself, $"VIOLATION {invariant} {subject}: {detail}");
    }
}
