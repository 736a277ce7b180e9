using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// How far the answers to queries lag. A replica can repeat an outdated answer, so that several answers agree and are all outdated, but its
/// data is never older than the world's limit.
/// </summary>
internal sealed record ReplicaLag(LagKind Kind, TimeSpan Length, int Process = -1)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(7);

    public static ReplicaLag None { get; } = new(LagKind.None, TimeSpan.Zero);

    public static ReplicaLag Draw(SimRandom random, WorldLimits limits, int processes)
    {
        // The longest lag is as likely as all shorter ones together.
        var length = random.Chance(0.5) ? limits.StaleRead : random.Between(TimeSpan.FromSeconds(1), limits.StaleRead);
        return random.Below(8) switch
        {
            0 or 1 or 2 => None,
            3 or 4 => new ReplicaLag(LagKind.Constant, length),
            5 => new ReplicaLag(LagKind.OneProcess, length, random.Below(processes)),
            6 => new ReplicaLag(LagKind.Alternating, length),
            _ => new ReplicaLag(LagKind.Stalling, length),
        };
    }

    /// <summary>Returns the age of the data that a process reads now.</summary>
    /// <param name="process">The reading process.</param>
    /// <param name="now">The current time.</param>
    /// <param name="read">The number of the query in the history.</param>
    public TimeSpan At(int process, DateTimeOffset now, long read) => Kind switch
    {
        LagKind.None => TimeSpan.Zero,
        LagKind.Constant => Length,
        LagKind.OneProcess => process == Process ? Length : TimeSpan.Zero,
        // A load balancer alternates between the primary and one replica.
        LagKind.Alternating => read % 2 == 0 ? Length : TimeSpan.Zero,
        // Replication stops for a while, then catches up.
        _ => TimeSpan.FromTicks(Math.Min(Length.Ticks, now.Ticks % Period.Ticks)),
    };

    public string Describe() => Kind == LagKind.None ? "fresh" : $"{Kind.ToString().ToLowerInvariant()} {Length.TotalSeconds:0} s behind{(Kind == LagKind.OneProcess ? $" at process {Process}" : "")}";
}

internal enum LagKind
{
    None,
    Constant,
    OneProcess,
    Alternating,
    Stalling,
}
