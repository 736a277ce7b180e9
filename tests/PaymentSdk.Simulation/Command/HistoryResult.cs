using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>How a history ended.</summary>
internal sealed record HistoryResult
{
    public required ulong Seed { get; init; }

    /// <summary>The kind of history it was.</summary>
    public required string Profile { get; init; }

    public required int Purchases { get; init; }

    /// <summary>What was broken, in the order in which it was seen.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>The same for the same seed and options, on every machine.</summary>
    public required string JournalHash { get; init; }

    /// <summary>The time that went by in the history.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>What it was made of.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required Coverage Coverage { get; init; }
}

/// <summary>A broken invariant.</summary>
/// <param name="Invariant">Its name: of two violations with the same one the second is no news.</param>
/// <param name="At">When it was seen, in true time.</param>
/// <param name="Subject">The purchase; empty when it is about none.</param>
/// <param name="Detail">What was found, in one sentence.</param>
internal sealed record Violation(string Invariant, DateTimeOffset At, string Subject, string Detail);
