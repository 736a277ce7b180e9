using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Provider;

/// <summary>The behavior of one history's gateway in points that the documentation leaves open.</summary>
internal sealed record GatewayProfile
{
    /// <summary>Whether a query of a payment that was not confirmed yet is answered with 404 instead of READY or IN_PROGRESS.</summary>
    public bool HidesUnconfirmed { get; init; }

    /// <summary>Whether 5xx answers are stored under their idempotency key and replayed.</summary>
    public bool Replays5xx { get; init; }

    /// <summary>Whether 429 answers are stored and replayed.</summary>
    public bool Replays429 { get; init; }

    /// <summary>Whether a query by order id shows the newest payment instead of the confirmed one.</summary>
    public bool ShowsNewestOfOrder { get; init; }

    /// <summary>Whether webhooks are sent at all, because a shop may not have registered for them.</summary>
    public bool SendsWebhooks { get; init; } = true;

    /// <summary>Whether an asynchronous cancel without the shop's own request id is refused.</summary>
    public bool RequiresCancelRequestId { get; init; }

    /// <summary>Whether the balance shows a partial cancel of a foreign wallet as soon as it has begun instead of only when it is decided.</summary>
    public bool ShowsBegunCancels { get; init; }

    /// <summary>Whether the transactions list shows canceled amounts with a minus sign.</summary>
    public bool ListsNegative { get; init; }

    /// <summary>How far the transactions list lags.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>How far queries lag.</summary>
    public ReplicaLag Lag { get; init; } = ReplicaLag.None;

    public static GatewayProfile Draw(SimRandom random, WorldLimits limits, int processes) => new()
    {
        HidesUnconfirmed = random.Chance(0.35),
        Replays5xx = random.Chance(0.5),
        Replays429 = random.Chance(0.3),
        ShowsNewestOfOrder = random.Chance(0.5),
        SendsWebhooks = random.Chance(0.7),
        RequiresCancelRequestId = random.Chance(0.3),
        ListsNegative = random.Chance(0.5),
        ListLag = random.Chance(0.5) ? TimeSpan.Zero : random.Between(TimeSpan.Zero, limits.ListLag),
        Lag = ReplicaLag.Draw(random, limits, processes),
        ShowsBegunCancels = random.Chance(0.4),
    };

    public string Describe() =>
        $"{(HidesUnconfirmed ? "404" : "IN_PROGRESS")} before approval, 5xx {(Replays5xx ? "replayed" : "not replayed")}, 429 {(Replays429 ? "replayed" : "not replayed")}, "
        + $"{(SendsWebhooks ? "webhooks" : "no webhooks")}, reads {Lag.Describe()}, list {ListLag.TotalSeconds:0} s behind{(RequiresCancelRequestId ? ", foreign cancel request id required" : "")}{(ShowsBegunCancels ? ", foreign cancels shown when begun" : "")}";
}
