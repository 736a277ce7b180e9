using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The result of one history.</summary>
internal sealed record HistoryResult
{
    public required ulong Seed { get; init; }

    /// <summary>The kind of the history.</summary>
    public required string Profile { get; init; }

    public required int Purchases { get; init; }

    /// <summary>The violations, in the order in which they were found.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>The hash of the journal. The same seed and options give the same hash on every machine.</summary>
    public required string JournalHash { get; init; }

    /// <summary>The simulated duration of the history.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>The optional parts that happened in the history (<see cref="Worlds.Parts"/>).</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required Coverage Coverage { get; init; }
}

/// <summary>A broken invariant.</summary>
/// <param name="Invariant">The name of the invariant; a second violation with the same name is not a new finding.</param>
/// <param name="At">When the violation was found, in true time.</param>
/// <param name="Subject">The purchase; empty when the violation is not about a purchase.</param>
/// <param name="Detail">What was found, in one sentence.</param>
internal sealed record Violation(string Invariant, DateTimeOffset At, string Subject, string Detail);
