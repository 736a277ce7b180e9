using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The way in which a purchase is paid.</summary>
internal enum PayWay
{
    Window,
    Account,
    BrandPay,
    Billing,
    KeyIn,
}

/// <summary>The kinds of actions that the shop takes on an order.</summary>
internal enum ShopActKind
{
    Refund,
    Reverse,
    CancelAtDashboard,
    Look,
    Forge,
}

/// <summary>One action of the shop.</summary>
internal sealed record ShopAct(ShopActKind Kind, TimeSpan After)
{
    /// <summary>The number of the refund within its purchase.</summary>
    public int Number { get; init; }

    /// <summary>The divisor of the price that gives the refunded amount; 0 refunds everything.</summary>
    public int Divisor { get; init; }

    /// <summary>Whether the action is requested twice at the same moment.</summary>
    public bool IsTwice { get; init; }

    /// <summary>Whether the action is requested again later.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether the repeated request has another amount.</summary>
    public bool RepeatsOtherwise { get; init; }

    /// <summary>The wrong argument of an additional first request; null when there is no such request.</summary>
    public string? Slip { get; init; }

    /// <summary>Whether another refund is requested at the same moment.</summary>
    public bool HasCompanion { get; init; }
}

/// <summary>The plan of one purchase: what buyer, bank, gateway and shop do, drawn only from the seed and the name of the purchase.</summary>
internal sealed record PurchasePlan
{
    public required string Name { get; init; }

    public required PayWay Way { get; init; }

    public required decimal Price { get; init; }

    /// <summary>The time at which the buyer opens the purchase, measured from the beginning of the history.</summary>
    public required TimeSpan Begins { get; init; }

    /// <summary>How long the buyer takes to authenticate; null when the buyer never does.</summary>
    public TimeSpan? Authenticates { get; init; }

    /// <summary>The time between the authentication and the confirm.</summary>
    public TimeSpan Confirms { get; init; }

    // Further actions of the buyer.
    public bool DoubleClicks { get; init; }

    public bool Reloads { get; init; }

    public bool OpensTwoWindows { get; init; }

    public bool OpensTwice { get; init; }

    /// <summary>Whether the buyer opens the basket again before the confirm.</summary>
    public bool OpensAgainBefore { get; init; }

    /// <summary>How long after the confirm the buyer opens the basket again; null when the buyer does not.</summary>
    public TimeSpan? OpensAgainAfter { get; init; }

    /// <summary>Whether the basket then has another price.</summary>
    public bool Reprices { get; init; }

    public bool Tampers { get; init; }

    public bool BringsForeignKey { get; init; }

    public bool TriesAgain { get; init; }

    // The behavior of the gateway and the bank.
    public PayMethod Method { get; init; }

    public decimal? Takes { get; init; }

    /// <summary>Whether the other amount is that of the deposit instead of that for which the account is opened.</summary>
    public bool TakesOnDeposit { get; init; }

    public string? Declines { get; init; }

    public string? RefusesCancels { get; init; }

    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(3);

    public TimeSpan? Deposits { get; init; }

    public TimeSpan? DepositReturned { get; init; }

    public TimeSpan? DepositsAgain { get; init; }

    public bool PayoutFails { get; init; }

    public TimeSpan PayoutTakes { get; init; }

    public bool CancelsLater { get; init; }

    public TimeSpan CancelTakes { get; init; }

    public bool AbortsCancel { get; init; }

    // The actions of the shop.
    public IReadOnlyList<ShopAct> Acts { get; init; } = [];

    /// <summary>The time between the event that closes the order and its reversal by the shop; null when the shop does not reverse it.</summary>
    public TimeSpan? ReversesClosed { get; init; }

    public string CustomerKey => $"buyer-{Name}";

    /// <summary>The planned time of the first confirm.</summary>
    public TimeSpan ConfirmsAt => Begins + TimeSpan.FromSeconds(1) + (Authenticates ?? TimeSpan.Zero) + Confirms;
}

/// <summary>Draws the plans of purchases.</summary>
internal static class PurchasePlans
{
    private static readonly string[] Declines = ["REJECT_CARD_PAYMENT", "INVALID_STOPPED_CARD", "EXCEED_MAX_ONE_DAY_AMOUNT", "FDS_ERROR", "INVALID_CARD_EXPIRATION"];

    private static readonly string[] RefusedCancels =
        ["NOT_CANCELABLE_PAYMENT", "EXCEED_CANCEL_LIMIT", "NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER", "EXCEED_MAX_REFUND_DUE", "REFUND_REJECTED", "FORBIDDEN_BANK_REFUND_REQUEST"];

    public static PurchasePlan Draw(ulong seed, string name, HistoryKind kind, WorldLimits limits)
    {
        var random = SimRandom.Named(seed, name, "plan");
        var way = Way(random, kind);
        var isWindow = way is PayWay.Window or PayWay.Account or PayWay.BrandPay;
        var acts = Acts(SimRandom.Named(seed, name, "acts"), kind, way);
        var plan = new PurchasePlan
        {
            Name = name,
            Way = way,
            Price = random.Between(1, 12) * 4000,
            Begins = Begins(random, kind),
            Authenticates = random.Below(30) switch
            {
                0 => null,
                1 => random.Between(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(31)),
                _ => random.Between(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(100)),
            },
            Confirms = random.Below(20) switch
            {
                0 => random.Between(TimeSpan.FromSeconds(560), TimeSpan.FromSeconds(603)),
                1 => random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(8)),
                _ => random.Between(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(5)),
            },
            DoubleClicks = random.Chance(kind.Twice),
            Reloads = random.Chance(0.3),
            OpensTwoWindows = isWindow && random.Chance(0.1),
            OpensTwice = random.Chance(0.08),
            OpensAgainBefore = random.Chance(kind.OpensAgain),
            OpensAgainAfter = random.Chance(0.08 + kind.OpensAgain) ? random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(random.Chance(0.5) ? 20 : 1800)) : null,
            Reprices = random.Chance(0.5),
            Tampers = random.Chance(0.04),
            BringsForeignKey = isWindow && random.Chance(0.02),
            TriesAgain = random.Chance(0.6),
            Method = way == PayWay.Account ? PayMethod.VirtualAccount : random.Chance(0.12) ? PayMethod.ForeignWallet : random.Pick(PayMethod.Card, PayMethod.Card, PayMethod.Wallet, PayMethod.Transfer),
            Takes = null,
            Declines = (way != PayWay.Account || kind.LateMoney > 0) && random.Chance(kind.Declines) ? random.Pick<string>(Declines) : null,
            RefusesCancels = random.Chance(acts.Count > 0 ? 0.12 : 0.03) ? random.Pick<string>(RefusedCancels) : null,
            ReversesClosed = random.Chance(kind.ReversesClosed) ? random.Between(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(random.Chance(0.7) ? 10 : 120)) : null,
            PayoutFails = random.Chance(0.2),
            PayoutTakes = random.Between(TimeSpan.FromMinutes(20), random.Chance(0.8) ? TimeSpan.FromHours(4) : WorldLimits.Payout),
            Acts = acts,
        };
        plan = random.Chance(0.03) ? plan with { Takes = plan.Price + (random.Chance(0.5) ? 1000 : -1000), TakesOnDeposit = way == PayWay.Account && random.Chance(0.5) } : plan;
        plan = plan.Method == PayMethod.ForeignWallet
            ? plan with { CancelsLater = true, CancelTakes = random.Between(TimeSpan.FromMinutes(1), limits.ForeignCancel), AbortsCancel = random.Chance(0.4) }
            : plan;
        return way == PayWay.Account ? Account(plan, random, limits) : plan;
    }

    private static TimeSpan Begins(SimRandom random, HistoryKind kind)
    {
        var begins = random.Chance(0.7) ? random.Between(TimeSpan.Zero, TimeSpan.FromHours(2)) : random.Between(TimeSpan.Zero, TimeSpan.FromHours(14));
        return kind.IsRush ? Crowd.Earliest + ((Crowd.Latest - Crowd.Earliest) * (begins / TimeSpan.FromHours(14))) : begins;
    }

    private static PayWay Way(SimRandom random, HistoryKind kind)
    {
        var drawn = random.Below(10_000) / 10_000.0;
        if ((drawn -= kind.Accounts) < 0)
            return PayWay.Account;
        if ((drawn -= kind.BrandPay) < 0)
            return PayWay.BrandPay;
        if ((drawn -= kind.Billing) < 0)
            return PayWay.Billing;
        return drawn - kind.KeyIn < 0 ? PayWay.KeyIn : PayWay.Window;
    }

    private static PurchasePlan Account(PurchasePlan plan, SimRandom random, WorldLimits limits)
    {
        var validFor = random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(3));
        // An account without a deposit is queried about 150 times until it expires, so such accounts are few.
        TimeSpan? deposits = random.Below(20) switch
        {
            0 => null,
            // The deposit arrives in the last minute in which the bank accepts it.
            1 => validFor + limits.LateDeposit - random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(50)),
            2 => validFor + random.Between(TimeSpan.Zero, limits.LateDeposit - TimeSpan.FromMinutes(1)),
            < 6 => random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)),
            < 13 => random.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(20)),
            _ => random.Between(TimeSpan.FromSeconds(20), validFor),
        };
        var returned = deposits is not null && random.Chance(0.25) ? random.Between(TimeSpan.FromSeconds(5), limits.DepositReturned) : (TimeSpan?)null;
        return plan with
        {
            ValidFor = validFor,
            Deposits = deposits,
            DepositReturned = returned,
            DepositsAgain = returned is not null && random.Chance(0.6) ? random.Between(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(40)) : null,
        };
    }

    private static List<ShopAct> Acts(SimRandom random, HistoryKind kind, PayWay way)
    {
        var acts = new List<ShopAct>();
        if (random.Chance(0.08))
            acts.Add(new ShopAct(ShopActKind.Forge, random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30))) { IsTwice = random.Chance(0.5) });
        if (random.Chance(0.3))
            acts.Add(new ShopAct(ShopActKind.Look, random.Between(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2))) { IsRepeated = random.Chance(0.3) });
        if (!random.Chance(kind.Acts))
            return acts;
        var count = random.Between(1, 3);
        for (var number = 1; number <= count; number++)
        {
            if (random.Chance(kind.Dashboard))
                acts.Add(new ShopAct(ShopActKind.CancelAtDashboard, random.Chance(0.25) ? random.Between(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(60)) : Later(random)) { Divisor = random.Pick(0, 2, 4, 4), Number = number });
            acts.Add(random.Chance(kind.Reversals) ? Reverse(random, kind, number) : Refund(random, kind, number));
        }

        // Two actions happen at the same moment.
        if (acts.Count > 1 && random.Chance(0.35))
            acts[^1] = acts[^1] with { After = acts[^2].After + random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(random.Chance(0.5) ? 20 : 900)) };
        return acts;
    }

    private static ShopAct Reverse(SimRandom random, HistoryKind kind, int number) => new(ShopActKind.Reverse, random.Below(6) switch
    {
        0 => random.Between(TimeSpan.FromSeconds(-1.5), TimeSpan.FromMilliseconds(100)),
        1 => random.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2)),
        2 => random.Between(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(90)),
        3 => random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20)),
        _ => Later(random),
    })
    {
        Number = number,
        IsTwice = random.Chance(kind.Twice),
        IsRepeated = random.Chance(0.25),
    };

    private static ShopAct Refund(SimRandom random, HistoryKind kind, int number) => new(ShopActKind.Refund, Later(random))
    {
        Number = number,
        Divisor = random.Pick(0, 2, 4, 4, 4),
        IsTwice = random.Chance(kind.Twice),
        IsRepeated = random.Chance(0.35),
        RepeatsOtherwise = random.Chance(0.15),
        HasCompanion = random.Chance(0.15),
        Slip = random.Chance(0.1) ? random.Pick("110-123-456789", "", "123456789012345678901234567890123456789012345678901234567890", "tax-free") : null,
    };

    private static TimeSpan Later(SimRandom random) => random.Below(4) switch
    {
        0 => random.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(3)),
        1 => random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(40)),
        2 => random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(7)),
        _ => random.Between(TimeSpan.FromHours(5), TimeSpan.FromHours(30)),
    };
}
