using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The emphasis of a history: how likely its purchases, actions and faults are.</summary>
internal sealed record HistoryKind(string Name)
{
    private static readonly (HistoryKind Kind, int Weight)[] All =
    [
        (new HistoryKind("mixed"), 36),
        (new HistoryKind("back") { Acts = 0.9, Reversals = 0.4, Dashboard = 0.35, Accounts = 0.12 }, 20),
        (new HistoryKind("accounts") { Accounts = 0.75, Acts = 0.5, ReversesClosed = 0.35, MostPurchases = 24 }, 10),
        (new HistoryKind("charges") { Billing = 0.45, KeyIn = 0.35, Twice = 0.5 }, 10),
        (new HistoryKind("doubles") { Twice = 0.7, Acts = 0.7, Reversals = 0.4 }, 8),
        (new HistoryKind("ledger") { LedgerFaults = 0.04, LedgerOutages = 3, Twice = 0.5, Acts = 0.6 }, 8),
        (new HistoryKind("crashes") { Crashes = 0.05, Pauses = 6, Acts = 0.6, MostPurchases = 30 }, 6),
        (new HistoryKind("crowd") { Crowd = 700, IsRush = true, MostPurchases = 36, LeastPurchases = 24, Accounts = 0, WireFaults = 0.9, Crashes = 0.03, Pauses = 0, LedgerFaults = 0, LedgerOutages = 0, ApiOutages = 0 }, 2),
        (new HistoryKind("late") { LateMoney = 0.7, Acts = 0.6, Reversals = 0.4, Dashboard = 0.3, Declines = 0.3, NeverLeaves = 0.25, OpensAgain = 0.45, DataRefused = 0.05, Accounts = 0.25 }, 8),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(kind => kind.Kind.Name)];

    public int LeastPurchases { get; init; } = 10;

    public int MostPurchases { get; init; } = 50;

    /// <summary>
    /// The share of purchases that are paid to a virtual account. The next three properties are the shares of BrandPay, billing keys and card
    /// numbers.
    /// </summary>
    public double Accounts { get; init; } = 0.15;

    public double BrandPay { get; init; } = 0.08;

    public double Billing { get; init; } = 0.1;

    public double KeyIn { get; init; } = 0.06;

    /// <summary>The share of purchases that the shop refunds or reverses.</summary>
    public double Acts { get; init; } = 0.45;

    /// <summary>The share of the shop's actions that are reversals.</summary>
    public double Reversals { get; init; } = 0.3;

    /// <summary>The probability that an operator cancels at the dashboard in addition to the shop's actions.</summary>
    public double Dashboard { get; init; } = 0.15;

    /// <summary>The share of closed orders that the shop reverses.</summary>
    public double ReversesClosed { get; init; } = 0.12;

    /// <summary>The probability that an action is requested twice at the same moment.</summary>
    public double Twice { get; init; } = 0.25;

    /// <summary>The share of purchases that meet faults of the wire.</summary>
    public double WireFaults { get; init; } = 0.62;

    /// <summary>The probability that a ledger call fails, for a purchase that meets ledger faults.</summary>
    public double LedgerFaults { get; init; } = 0.015;

    /// <summary>The probability that a commit about what the gateway showed is refused because of its data.</summary>
    public double DataRefused { get; init; } = 0.001;

    /// <summary>The share of attempts that ended without money and turn out to be paid.</summary>
    public double LateMoney { get; init; }

    /// <summary>The share of purchases that the gateway refuses at first.</summary>
    public double Declines { get; init; } = 0.1;

    /// <summary>The share of purchases whose first sends fail before they leave the host, or are refused for their secret key.</summary>
    public double NeverLeaves { get; init; }

    /// <summary>
    /// The probability that a buyer opens the basket again while the first window is open. The probability that the buyer does so after the confirm
    /// is higher by 0.08.
    /// </summary>
    public double OpensAgain { get; init; } = 0.1;

    /// <summary>The maximum number of times that the database becomes unreachable.</summary>
    public int LedgerOutages { get; init; } = 1;

    public int ApiOutages { get; init; } = 1;

    /// <summary>The probability that a process crashes at a point that is passed for the first time in the history.</summary>
    public double Crashes { get; init; } = 0.012;

    public int Pauses { get; init; } = 2;

    /// <summary>The number of overdue virtual accounts that wait for a query.</summary>
    public int Crowd { get; init; }

    /// <summary>Whether the buyers come while these accounts become due.</summary>
    public bool IsRush { get; init; }

    public static HistoryKind Draw(SimRandom random, string? name)
    {
        if (name is not null)
            return Array.Find(All, kind => kind.Kind.Name == name).Kind ?? throw new ArgumentException($"There is no kind of history named {name}. The kinds are {string.Join(", ", Names)}.", nameof(name));
        var left = random.Below(All.Sum(kind => kind.Weight));
        return All.First(kind => (left -= kind.Weight) < 0).Kind;
    }
}
