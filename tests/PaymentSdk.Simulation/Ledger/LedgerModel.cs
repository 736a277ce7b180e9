using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// A model of the ledger's port, which does what every implementation must do, but immediately and without failures. Each history has one,
/// shared by its processes; <see cref="LedgerFacade"/> adds the faults of the connection. Rows are kept in the order in which they were written,
/// or by key.
/// </summary>
internal sealed partial class LedgerModel(Func<DateTimeOffset> time, Coverage? coverage = null)
{
    private readonly Dictionary<(string Merchant, string PurchaseId), PurchaseRow> _byPurchase = [];
    private readonly Dictionary<(string Merchant, string OrderId), AttemptRow> _byOrder = [];
    private readonly Dictionary<(string Merchant, string PaymentKey), AttemptRow> _byPayment = [];
    private readonly List<PurchaseRow> _purchases = [];

    public LedgerModel(World world)
        : this(() => world.Now, world.Coverage)
    {
    }

    /// <summary>Every purchase, in the order in which they were opened.</summary>
    public IReadOnlyList<PurchaseRow> Purchases => _purchases;

    /// <summary>Raised when a row may be due earlier than before.</summary>
    public event Action? Changed;

    /// <summary>Called with every commit that was written.</summary>
    public Action<LedgerCommit> Committed { get; set; } = _ => { };

    /// <summary>The time of the database, to the millisecond.</summary>
    public DateTimeOffset Now => Instant(time());

    /// <summary>The row of an attempt; null when unknown.</summary>
    public AttemptRow? Row(string merchant, OrderId orderId) => _byOrder.GetValueOrDefault((merchant, orderId.Value));

    /// <summary>The row of a purchase; null when unknown.</summary>
    public PurchaseRow? Row(string merchant, PurchaseId purchaseId) => _byPurchase.GetValueOrDefault((merchant, purchaseId.Value));

    public AttemptSnapshot? Find(string merchant, OrderId orderId) => Entry(Row(merchant, orderId));

    public AttemptSnapshot? FindPurchase(string merchant, PurchaseId purchaseId) =>
        Row(merchant, purchaseId) is { } row ? Find(merchant, row.Purchase.LatestAttempt) : null;

    public AttemptSnapshot? FindPayment(string merchant, PaymentKey paymentKey) => Entry(_byPayment.GetValueOrDefault((merchant, paymentKey.Value)));

    public IReadOnlyList<RefundRecord> ReadRefunds(string merchant, OrderId orderId) =>
        Row(merchant, orderId) is { } row ? [.. row.Refunds.OrderBy(refund => refund.Number)] : [];

    public IReadOnlyList<JournalEntry> ReadJournal(string merchant, PurchaseId purchaseId) => [.. Row(merchant, purchaseId)?.Journal ?? []];

    public IReadOnlyList<OrderEvent> ReadEvents(string merchant, PurchaseId purchaseId) =>
        [.. (Row(merchant, purchaseId)?.Events ?? []).Select(row => row.Event)];

    private AttemptSnapshot? Entry(AttemptRow? row) => row is null ? null : new AttemptSnapshot(row.Purchase.Purchase, row.Attempt, Now);
}
