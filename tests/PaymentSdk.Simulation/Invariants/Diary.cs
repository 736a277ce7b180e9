using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>A refund that the shop asked for.</summary>
internal sealed class AskedRefund(string id)
{
    public string Id => id;

    /// <summary>The amounts that it was asked for with: the first one that the ledger takes is its amount. Null is everything.</summary>
    public HashSet<decimal?> Amounts { get; } = [];

    public bool IsForEverything => Amounts.Contains(null);

    public List<Telling> Told { get; } = [];

    /// <summary>When it was asked for.</summary>
    public List<DateTimeOffset> AskedAt { get; } = [];

    /// <summary>Whether a call of it allowed a second refund of the same amount.</summary>
    public bool AllowsDuplicate { get; set; }

    /// <summary>Whether an operator said that it was made by hand.</summary>
    public bool ByHand { get; set; }
}

/// <summary>What people asked of one order, and what they were told of it.</summary>
internal sealed class OrderDiary(PurchaseDiary purchase, string orderId, decimal amount)
{
    public PurchaseDiary Purchase => purchase;

    public string OrderId => orderId;

    /// <summary>The amount that its attempt was opened with.</summary>
    public decimal Amount => amount;

    public List<AskedRefund> Refunds { get; } = [];

    public List<Telling> Told { get; } = [];

    /// <summary>Payment keys that buyers brought back from the window.</summary>
    public HashSet<string> Confirmed { get; } = new(StringComparer.Ordinal);

    /// <summary>When a reversal was first asked for, whatever came of the call; null never.</summary>
    public DateTimeOffset? ReversalAsked { get; set; }

    /// <summary>When somebody was first told that the reversal is in the ledger; null never.</summary>
    public DateTimeOffset? ReversalPromised { get; set; }

    /// <summary>When an operator decided that the money stays; null never.</summary>
    public DateTimeOffset? ReversalWithdrawn { get; set; }

    /// <summary>When an operator first said that the money stays, whatever came of the call; null never.</summary>
    public DateTimeOffset? WithdrawalAsked { get; set; }

    /// <summary>Since when an operator pays by hand; null when none does.</summary>
    public DateTimeOffset? ByHandSince { get; set; }

    /// <summary>When an operator decided to keep another amount than was asked; null never.</summary>
    public DateTimeOffset? AmountAccepted { get; set; }

    /// <summary>When an operator's word ended what needed attention; null never.</summary>
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

    /// <summary>The payments of it at the gateway.</summary>
    public IReadOnlyList<GatewayPayment> Payments(GatewayModel gateway) => gateway.AllOfOrder(orderId);

    public decimal Kept(GatewayModel gateway)
    {
        var kept = 0m;
        foreach (var payment in gateway.AllOfOrder(orderId))
            kept += payment.Kept;
        return kept;
    }
}

/// <summary>What people asked of one purchase.</summary>
internal sealed class PurchaseDiary(string name)
{
    public string Name => name;

    public List<OrderDiary> Orders { get; } = [];

    /// <summary>The events that the ledger wrote of it, in order.</summary>
    public List<OrderEvent> Written { get; } = [];

    /// <summary>The events that the shop's handler has taken.</summary>
    public List<OrderEvent> Heard { get; } = [];

    /// <summary>Whether a request that takes money ever left for it.</summary>
    public DateTimeOffset? FirstSent { get; set; }

    /// <summary>The price that it names.</summary>
    public decimal? FirstSentAmount { get; set; }

    public decimal Kept(GatewayModel gateway)
    {
        var kept = 0m;
        foreach (var order in Orders)
            kept += order.Kept(gateway);
        return kept;
    }
}

/// <summary>Everything that people asked for and were told in a history, and what was found wrong with it.</summary>
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

    /// <summary>Called with what a caller is told.</summary>
    public Action<Telling> Heard { get; set; } = _ => { };

    /// <summary>Names of invariants that are not checked in this history.</summary>
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

    public void Tell(Telling telling)
    {
        Order(telling.OrderId)?.Told.Add(telling);
        Heard(telling);
    }

    /// <summary>Something is wrong. The same thing of the same purchase is said once.</summary>
    public void Violate(string invariant, string subject, string detail)
    {
        if (Ignores(invariant) || !_known.Add((invariant, subject)))
            return;
        _violations.Add(new Violation(invariant, world.Now, subject, detail));
        world.Tell(world.Itself, $"VIOLATION {invariant} {subject}: {detail}");
    }
}
