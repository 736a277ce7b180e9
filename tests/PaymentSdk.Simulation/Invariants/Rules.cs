using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>All invariants of a history: they observe everything that happens, and check the final state.</summary>
internal sealed class Rules
{
    /// <summary>The time for which a 429 slows a process down: a pause of up to a minute, and half of the budget in the next minute.</summary>
    private static readonly TimeSpan SlowedDown = TimeSpan.FromMinutes(2);

    private readonly Dictionary<Guid, int> _deliveries = [];
    private readonly RecordRules _records;
    private readonly LifeRules _life;

    public Rules(World world, GatewayModel gateway, LedgerModel ledger, Diary diary, Hosts hosts, Shop shop, FaultPlans faults)
    {
        Calm = new Calm(world);
        Watch = new LedgerWatch(world, ledger, diary);
        Money = new MoneyRules(world, gateway, diary, Watch);
        Refunds = new RefundRules(gateway, diary, Watch);
        Final = new FinalRules(gateway, diary, Watch, Refunds) { IsHostile = gateway.Limits.IsHostile };
        var wire = new WireRules(world, gateway, diary, Watch);
        _records = new RecordRules(gateway, ledger, diary);
        _life = new LifeRules(world, gateway, diary, Watch, Calm, () => hosts.RunningSince);
        diary.Ignores = gateway.Limits.IsHostile ? HostileWorld.Ignores : _ => false;
        ledger.Committed = Watch.Committed;
        Watch.Moved = commit =>
        {
            _records.Moved(commit);
            wire.Committed(commit);
        };
        Watch.Written = Money.Written;
        gateway.Moved = Money.Moved;
        gateway.Sent = send =>
        {
            if (send.Fault.Kind != WireFaultKind.None)
                Calm.Disturb(send.Subject, world.Now);
            wire.Sent(send);
            _life.Sent(send);
        };
        // A process that cannot reach the API learns this only after the time of the fault.
        gateway.NeverLeft = send => Calm.Disturb(send.Subject, world.Now + send.Fault.Time);
        gateway.Ended = send =>
        {
            if (!send.Fault.IsHarmless && send.Operation is GatewayOperation.Get or GatewayOperation.GetByOrderId)
                Calm.Disturb(send.Subject, world.Now);
            // The process that got the 429 sends fewer requests for a while, for every purchase.
            if (send.AnsweredStatus == 429)
                Calm.Disturb(world.Now + SlowedDown);
            wire.Ended(send);
            _life.Ended(send);
        };
        gateway.Post.EventDispatcher = payment => _life.Triggered(payment.Plan.OrderId);
        gateway.Post.Delivered = _life.Delivered;
        diary.Answered = report =>
        {
            Money.Check(report);
            Refunds.Check(report);
            _life.Triggered(report.OrderId);
        };
        hosts.Disturbed = process => Calm.Disturb(process.Life.PausedUntil > world.Now ? process.Life.PausedUntil : world.Now);
        var planned = faults.OfLedger;
        shop.Network.Plan = call =>
        {
            var fault = planned(call);
            if (fault.Kind != LedgerFaultKind.None)
                Calm.Disturb(call.Subject, world.Now + fault.Time);
            return fault;
        };
    }

    public Calm Calm { get; }

    public LedgerWatch Watch { get; }

    public MoneyRules Money { get; }

    public RefundRules Refunds { get; }

    public FinalRules Final { get; }

    /// <summary>
    /// Whether the shop moved to another merchant account, or dropped a secret key. Payments that began before may then need an operator.
    /// </summary>
    public bool AccountChanged => Final.AccountChanged;

    /// <summary>Sets <see cref="AccountChanged"/> from this time on.</summary>
    public void ChangeAccount(DateTimeOffset now) => (Final.AccountChanged, _life.AccountChangedAt) = (true, now);

    /// <summary>Counts one delivery of an event to the shop's handler, and returns the number of deliveries so far.</summary>
    public int Deliveries(OrderEvent happened) => _deliveries[happened.EventId] = _deliveries.GetValueOrDefault(happened.EventId) + 1;

    /// <summary>Called when the shop's handler has handled an event.</summary>
    public void OnEvent(OrderEvent happened) => _records.OnEvent(happened);

    /// <summary>Checks the ledger after the last step.</summary>
    public void EndRecords() => _records.End(withMovements: !AccountChanged);
}

/// <summary>
/// The invariants that still hold in a world without limits: money may need an operator, but is never doubled or silently kept.
/// </summary>
internal static class HostileWorld
{
    private static readonly HashSet<string> Holds = new(StringComparer.Ordinal)
    {
        "paid-twice", "paid-back-twice", "refund-twice", "refund-beside", "unasked-cancel", "unasked-approval", "two-blocking", "wire-uncommitted", "wire-differs",
        "confirm-after-reversal", "reversal-lost", "money-silently-kept", "sale-of-reversed", "sale-of-duplicate", "journal-broken", "journal-illegal", "events-order", "threw",
    };

    public static bool Ignores(string invariant) => !Holds.Contains(invariant);
}
