using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The faults of a history. Each is drawn from the names of what it affects, and does not depend on the other faults.</summary>
internal sealed class FaultPlans(World world, HistoryKind kind, WorldLimits limits)
{
    private static readonly (WireFaultKind Kind, int Weight)[] OfMoney =
    [
        (WireFaultKind.ClosedAfterWork, 12), (WireFaultKind.ResetAfterWork, 6), (WireFaultKind.SilentAfterWork, 8), (WireFaultKind.HalfBody, 5),
        (WireFaultKind.StalledBody, 3), (WireFaultKind.Garbage, 3), (WireFaultKind.Status500AfterWork, 10), (WireFaultKind.Html502AfterWork, 5),
        (WireFaultKind.UnknownCodeAfterWork, 3), (WireFaultKind.RequestLost, 8), (WireFaultKind.ClosedBeforeWork, 8), (WireFaultKind.ResetBeforeWork, 4),
        (WireFaultKind.Status500, 8), (WireFaultKind.Html502, 4), (WireFaultKind.Status429, 4), (WireFaultKind.TemporaryRefusal, 12),
        (WireFaultKind.UnknownCode, 3), (WireFaultKind.NeverWorked, 4), (WireFaultKind.LateWork, 10), (WireFaultKind.LateWork500, 6),
        (WireFaultKind.SlowBeforeWork, 5), (WireFaultKind.SlowAfterWork, 4), (WireFaultKind.Twice, 6), (WireFaultKind.ConnectionRefused, 6),
        (WireFaultKind.NameNotFound, 2), (WireFaultKind.ProxyRefused, 2), (WireFaultKind.TlsRefused, 2), (WireFaultKind.WrongPayment, 2),
        (WireFaultKind.WrongAmount, 1), (WireFaultKind.Contradiction, 2), (WireFaultKind.DirtyText, 2),
    ];

    private static readonly (WireFaultKind Kind, int Weight)[] OfQueries =
    [
        (WireFaultKind.ClosedBeforeWork, 12), (WireFaultKind.RequestLost, 10), (WireFaultKind.Status500, 12), (WireFaultKind.Html502, 8),
        (WireFaultKind.Status429, 8), (WireFaultKind.HalfBody, 4), (WireFaultKind.StalledBody, 3), (WireFaultKind.Garbage, 3),
        (WireFaultKind.SlowAfterWork, 8), (WireFaultKind.ConnectionRefused, 8), (WireFaultKind.NameNotFound, 3), (WireFaultKind.ProxyRefused, 3),
        (WireFaultKind.WrongPayment, 2), (WireFaultKind.WrongAmount, 1), (WireFaultKind.Contradiction, 2), (WireFaultKind.DirtyText, 3), (WireFaultKind.UnknownCode, 3),
    ];

    private static readonly string[] Temporary = ["PROVIDER_ERROR", "CARD_PROCESSING_ERROR", "MAINTAINED_METHOD", "NOT_AVAILABLE_BANK", "FORBIDDEN_CONSECUTIVE_REQUEST"];
    private static readonly string[] RefusedCancels = ["NOT_CANCELABLE_PAYMENT", "REFUND_REJECTED", "EXCEED_CANCEL_LIMIT"];

    /// <summary>The faults of requests that take or return money.</summary>
    public static IEnumerable<WireFaultKind> KindsOfMoney => OfMoney.Select(choice => choice.Kind);

    /// <summary>The faults of queries.</summary>
    public static IEnumerable<WireFaultKind> KindsOfQueries => OfQueries.Select(choice => choice.Kind);

    /// <summary>The commits that may be refused because of their data: the ones that record what the gateway showed.</summary>
    public static IReadOnlyList<string> RefusedForData { get; } = ["Commit query", "Commit answer", "Commit schedule"];

    private readonly Dictionary<(GatewayOperation Operation, string Subject, int Nth), WireFault> _wire = [];
    private readonly Dictionary<string, double> _ledger = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WebhookFault Fault, TimeSpan Time)> _webhooks = new(StringComparer.Ordinal);
    private readonly List<Outage> _outages = [];

    /// <summary>The time after which nothing fails any more.</summary>
    public DateTimeOffset QuietFrom { get; set; } = DateTimeOffset.MaxValue;

    public bool IsQuiet => world.Now >= QuietFrom;

    public void Add(Outage outage) => _outages.Add(outage);

    /// <summary>Draws the faults that a purchase meets.</summary>
    public void Draw(PurchasePlan plan)
    {
        var random = SimRandom.Named(world.Seed, plan.Name, "faults");
        _ledger[plan.Name] = random.Below(10) switch
        {
            < 6 => 0,
            < 9 => kind.LedgerFaults,
            _ => kind.LedgerFaults * 4,
        };
        if (random.Chance(0.25))
            _webhooks[plan.Name] = (random.Pick(WebhookFault.Lost, WebhookFault.Duplicated, WebhookFault.Late, WebhookFault.Late), random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(random.Chance(0.7) ? 6 : 120)));
        // In histories with late money, one of the first queries of a purchase may show another amount.
        if (random.Chance(kind.LateMoney * 0.25))
        {
            // The wrong amount is shown only once, because the product believes an amount on which two answers agree.
            _wire.TryAdd((GatewayOperation.Get, plan.Name, random.Between(1, 8)), new WireFault(WireFaultKind.WrongAmount));
        }

        if (random.Chance(kind.NeverLeaves))
            DrawNeverLeaves(plan, random);
        if (!random.Chance(kind.WireFaults))
            return;
        var count = random.Between(1, 3);
        for (var at = 0; at < count; at++)
            DrawWire(plan, random);
    }

    public WireFault OfWire(GatewayCall call)
    {
        if (IsQuiet)
            return WireFault.None;
        foreach (var outage in _outages)
        {
            if (outage.Covers(call.Operation, world.Now) && world.Parts.Has(outage.Name))
                return outage.Fault;
        }

        return _wire.TryGetValue((call.Operation, call.Subject, call.Nth), out var fault) && world.Parts.Has($"{call.Subject}: {call.Operation.Name()} {call.Nth} {fault.Name}")
            ? fault
            : WireFault.None;
    }

    public LedgerFault OfLedger(LedgerCall call)
    {
        if (IsQuiet)
            return LedgerFault.None;
        if (RefusedForData.Contains(call.Operation) && IsDataRefused(call))
            return new LedgerFault(LedgerFaultKind.DataRefused);
        var probability = call.Operation == "FindPayment" ? kind.LedgerFaults : call.Subject.Length == 0 ? kind.LedgerFaults / 40 : _ledger.GetValueOrDefault(call.Subject);
        if (probability == 0)
            return LedgerFault.None;
        var random = SimRandom.Named(world.Seed ^ ((ulong)call.Nth * 0xD1B54A32D192ED03UL), "ledger fault", call.Operation, call.Subject);
        if (!random.Chance(probability))
            return LedgerFault.None;
        var drawn = random.Below(100) switch
        {
            < 25 => LedgerFaultKind.Slow,
            < 45 => LedgerFaultKind.Refused,
            < 60 => LedgerFaultKind.InDoubt,
            < 75 when call.Writes => LedgerFaultKind.WrittenLater,
            _ when call.Writes => LedgerFaultKind.Unacknowledged,
            _ => LedgerFaultKind.InDoubt,
        };
        var fault = new LedgerFault(
            drawn,
            drawn == LedgerFaultKind.Refused ? TimeSpan.Zero : random.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(20)),
            random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        return world.Parts.Has($"{call.Subject}: ledger {call.Operation} {call.Nth} {fault.Name}") ? fault : LedgerFault.None;
    }

    public (WebhookFault Fault, TimeSpan Time) OfWebhook(string subject, int nth)
    {
        if (IsQuiet || !_webhooks.TryGetValue(subject, out var planned))
            return (WebhookFault.None, TimeSpan.Zero);
        var random = SimRandom.Named(world.Seed ^ (ulong)nth, "webhook", subject);
        return random.Chance(0.6) && world.Parts.Has($"{subject}: webhook {nth} {planned.Fault}") ? planned : (WebhookFault.None, TimeSpan.Zero);
    }

    private bool IsDataRefused(LedgerCall call) =>
        // Two consecutive commits are refused, so that the retry without the texts is refused as well.
        SimRandom.Named(world.Seed ^ ((ulong)((call.Nth + 1) / 2) * 0x9E6C63D0876A9A47UL), "data refused", call.Operation, call.Subject).Chance(kind.DataRefused)
        && world.Parts.Has($"{call.Subject}: ledger {call.Operation} {call.Nth} data-refused");

    /// <summary>
    /// Draws a fault for the first calls: either the connection fails before any request is sent, or the gateway rejects the secret key.
    /// </summary>
    private void DrawNeverLeaves(PurchasePlan plan, SimRandom random)
    {
        var (operation, fault) = (Taking(plan), random.Chance(0.5)
            ? new WireFault(WireFaultKind.Refusal, default, "UNAUTHORIZED_KEY")
            : new WireFault(random.Pick(WireFaultKind.ConnectionRefused, WireFaultKind.NameNotFound, WireFaultKind.ProxyRefused, WireFaultKind.TlsRefused), random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(1))));
        for (var nth = 1; nth <= 4; nth++)
            _wire.TryAdd((operation, plan.Name, nth), fault);
    }

    private static GatewayOperation Taking(PurchasePlan plan) => plan.Way switch
    {
        PayWay.BrandPay => GatewayOperation.BrandPayConfirm,
        PayWay.Billing => GatewayOperation.BillingApprove,
        PayWay.KeyIn => GatewayOperation.KeyIn,
        _ => GatewayOperation.Confirm,
    };

    private void DrawWire(PurchasePlan plan, SimRandom random)
    {
        var operation = Operation(plan, random);
        var isMoney = operation.MovesMoney();
        var first = random.Below(10) switch
        {
            < 7 => 1,
            < 9 => 2,
            _ => random.Between(3, isMoney ? 4 : 8),
        };
        // A call usually survives one failure, because the pipeline repeats it, but not several failures in a row.
        var length = random.Below(20) switch
        {
            < 9 => 1,
            < 12 => 2,
            < 18 => 3,
            _ => random.Between(4, 6),
        };
        var fault = Fault(random, operation);
        for (var nth = first; nth < first + length; nth++)
            _wire.TryAdd((operation, plan.Name, nth), fault);
    }

    private static GatewayOperation Operation(PurchasePlan plan, SimRandom random)
    {
        if (random.Chance(0.25))
            return plan.Way is PayWay.Billing or PayWay.KeyIn && random.Chance(0.7) ? GatewayOperation.GetByOrderId : GatewayOperation.Get;
        if (plan.Acts.Any(act => act.Kind is ShopActKind.Refund or ShopActKind.Reverse) && random.Chance(0.55))
            return GatewayOperation.Cancel;
        return Taking(plan);
    }

    private WireFault Fault(SimRandom random, GatewayOperation operation)
    {
        if (operation == GatewayOperation.Cancel && random.Chance(0.12))
            return new WireFault(WireFaultKind.Refusal, default, random.Pick<string>(RefusedCancels));
        if (operation.TakesMoney() && random.Chance(0.02))
            return new WireFault(WireFaultKind.Refusal, default, "UNAUTHORIZED_KEY");
        var choices = operation.MovesMoney() ? OfMoney : OfQueries;
        var left = random.Below(choices.Sum(choice => choice.Weight));
        var drawn = choices.First(choice => (left -= choice.Weight) < 0).Kind;
        return drawn switch
        {
            WireFaultKind.TemporaryRefusal => new WireFault(drawn, default, random.Pick<string>(Temporary)),
            WireFaultKind.SlowBeforeWork => new WireFault(drawn, random.Between(TimeSpan.FromSeconds(1), limits.WorkEnds)),
            WireFaultKind.SlowAfterWork => new WireFault(drawn, random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(operation.MovesMoney() ? 70 : 12))),
            WireFaultKind.LateWork or WireFaultKind.LateWork500 or WireFaultKind.NeverWorked => new WireFault(drawn, random.Between(TimeSpan.FromSeconds(1), limits.WorkEnds)),
            WireFaultKind.Twice => new WireFault(drawn, random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(random.Chance(0.5) ? 1 : 60))),
            WireFaultKind.ConnectionRefused => new WireFault(drawn, random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(15))),
            WireFaultKind.Status500 or WireFaultKind.Status500AfterWork => new WireFault(drawn, default, random.Pick("FAILED_INTERNAL_SYSTEM_PROCESSING", "UNKNOWN_PAYMENT_ERROR", "COMMON_ERROR")),
            _ => new WireFault(drawn),
        };
    }
}

/// <summary>A period in which every request, or every request of one operation, meets the same fault.</summary>
internal sealed record Outage(string Name, DateTimeOffset From, DateTimeOffset Until, GatewayOperation? Operation, WireFault Fault)
{
    public bool Covers(GatewayOperation operation, DateTimeOffset now) => now >= From && now < Until && (Operation ?? operation) == operation;
}
