using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The options of a history. The same seed and the same options give the same history.</summary>
internal sealed record HistoryOptions
{
    /// <summary>The kind of history; null lets the seed choose.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether the limits of the world are lifted.</summary>
    public bool IsHostile { get; init; }

    /// <summary>Whether the real ledger on SQLite runs in addition to the model.</summary>
    public bool WithSqlite { get; init; }

    /// <summary>The parts that are left out of the history (<see cref="Parts"/>).</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = Parts.NoneLeftOut;

    /// <summary>Receives each line of the trace: the time, the source and the text. Null writes no trace.</summary>
    public Action<DateTimeOffset, string, string>? Trace { get; init; }
}
