namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// What the world of a history may do at worst. The rules of the money process lean on these: each of their numbers exceeds the
/// limit it needs (docs/simulation.md). A hostile world keeps to none of them.
/// </summary>
internal sealed record WorldLimits
{
    /// <summary>The world that the rules are made for.</summary>
    public static WorldLimits Documented { get; } = new();

    /// <summary>A world without limits: money may end with an operator there, and is never doubled or silently kept.</summary>
    public static WorldLimits Lifted { get; } = new()
    {
        IsHostile = true,
        StaleRead = TimeSpan.FromMinutes(30),
        WorkEnds = TimeSpan.FromHours(3),
        HostClock = TimeSpan.FromHours(30),
        Pause = TimeSpan.FromHours(12),
        LateDeposit = TimeSpan.FromDays(4),
        DepositReturned = TimeSpan.FromHours(30),
        ListLag = TimeSpan.FromHours(5),
        ForeignCancel = TimeSpan.FromDays(3),
    };

    public bool IsHostile { get; private init; }

    /// <summary>How old the answer to a query may be.</summary>
    public TimeSpan StaleRead { get; private init; } = TimeSpan.FromSeconds(45);

    /// <summary>When the work of a request has ended, counted from its send: by then, or never.</summary>
    public TimeSpan WorkEnds { get; private init; } = TimeSpan.FromSeconds(65);

    /// <summary>How far the clock of a host is off, either way.</summary>
    public TimeSpan HostClock { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a process stands still.</summary>
    public TimeSpan Pause { get; private init; } = TimeSpan.FromHours(1);

    /// <summary>How long after its due date a virtual account may still take its deposit.</summary>
    public TimeSpan LateDeposit { get; private init; } = TimeSpan.FromHours(24);

    /// <summary>How long after a deposit the bank may take it back.</summary>
    public TimeSpan DepositReturned { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>How far the list of transactions lags behind.</summary>
    public TimeSpan ListLag { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a provider abroad takes to decide a cancel.</summary>
    public TimeSpan ForeignCancel { get; private init; } = TimeSpan.FromHours(6);

    /// <summary>How long the bank takes to pay a refund out to the buyer's account.</summary>
    public static TimeSpan Payout => TimeSpan.FromHours(48);

    /// <summary>How long the buyer may take to authenticate (docs/spec/payment-api.md §3.12).</summary>
    public static TimeSpan Window => TimeSpan.FromMinutes(30);

    /// <summary>How long after the authentication a payment is confirmed (docs/spec/payment-api.md §3.12).</summary>
    public static TimeSpan Session => TimeSpan.FromMinutes(10);

    /// <summary>How long an idempotency key is remembered, from its first use (docs/spec/payment-api.md §6).</summary>
    public static TimeSpan KeyLives => TimeSpan.FromDays(15);

    /// <summary>How long a replaced secret stays valid (docs/spec/payment-api.md §1.3).</summary>
    public static TimeSpan SecretsOverlap => TimeSpan.FromDays(7);

    /// <summary>After how many minutes an unanswered webhook is sent again (docs/spec/payment-api.md §7.2).</summary>
    public static IReadOnlyList<int> WebhookRetries { get; } = [1, 4, 16, 64, 256, 1024, 4096];
}
