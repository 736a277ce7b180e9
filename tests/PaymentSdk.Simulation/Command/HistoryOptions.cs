using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>How a history is to be run. The same seed and the same options give the same history.</summary>
internal sealed record HistoryOptions
{
    /// <summary>The kind of history; null lets the seed choose.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether the limits of the world are lifted.</summary>
    public bool IsHostile { get; init; }

    /// <summary>Whether the real ledger on SQLite is run beside the model.</summary>
    public bool WithSqlite { get; init; }

    /// <summary>The parts it does without (<see cref="Parts"/>).</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = Parts.NoneLeftOut;

    /// <summary>Where the story goes: when, who, what. Null tells none.</summary>
    public Action<DateTimeOffset, string, string>? Trace { get; init; }
}
