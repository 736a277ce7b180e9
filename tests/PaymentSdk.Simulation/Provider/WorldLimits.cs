namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// The worst behavior of the world of a history. Each number in the rules of the money process must exceed the limit that it depends on
/// (docs/simulation.md). A hostile world goes far beyond these limits.
/// </summary>
internal sealed record WorldLimits
{
    /// <summary>The world for which the rules are written.</summary>
    public static WorldLimits Documented { get; } = new();

    /// <summary>The hostile world: money may need an operator there, but is never doubled or silently kept.</summary>
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

    /// <summary>The maximum age of the answer to a query.</summary>
    public TimeSpan StaleRead { get; private init; } = TimeSpan.FromSeconds(45);

    /// <summary>The maximum time from the send of a request to the end of the gateway's work on it, if the work is done at all.</summary>
    public TimeSpan WorkEnds { get; private init; } = TimeSpan.FromSeconds(65);

    /// <summary>How far the clock of a host may be wrong, in either direction.</summary>
    public TimeSpan HostClock { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>The maximum pause of a process.</summary>
    public TimeSpan Pause { get; private init; } = TimeSpan.FromHours(1);

    /// <summary>How long after its due date a virtual account may still take its deposit.</summary>
    public TimeSpan LateDeposit { get; private init; } = TimeSpan.FromHours(24);

    /// <summary>How long after a deposit the bank may take it back.</summary>
    public TimeSpan DepositReturned { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>How far the list of transactions lags.</summary>
    public TimeSpan ListLag { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>The maximum time in which a foreign wallet decides a cancel.</summary>
    public TimeSpan ForeignCancel { get; private init; } = TimeSpan.FromHours(6);

    /// <summary>The maximum time in which the bank pays a refund to the buyer's account.</summary>
    public static TimeSpan Payout => TimeSpan.FromHours(48);

    /// <summary>How long the buyer may take to authenticate (docs/spec/payment-api.md §3.12).</summary>
    public static TimeSpan Window => TimeSpan.FromMinutes(30);

    /// <summary>How long after the authentication a payment can be confirmed (docs/spec/payment-api.md §3.12).</summary>
    public static TimeSpan Session => TimeSpan.FromMinutes(10);

    /// <summary>How long an idempotency key is stored, from its first use (docs/spec/payment-api.md §6).</summary>
    public static TimeSpan KeyLives => TimeSpan.FromDays(15);

    /// <summary>How long a replaced secret key stays valid (docs/spec/payment-api.md §1.3).</summary>
    public static TimeSpan SecretsOverlap => TimeSpan.FromDays(7);

    /// <summary>The minutes after which an unanswered webhook is sent again (docs/spec/payment-api.md §7.2).</summary>
    public static IReadOnlyList<int> WebhookRetries { get; } = [1, 4, 16, 64, 256, 1024, 4096];
}
