namespace PaymentSdk.Simulation.Command;

/// <summary>The points at which a process has to have died in a run of ten minutes: before a call leaves it, and before it hears the answer.</summary>
internal static class WrittenCrashPoints
{
    /// <summary>Calls of the ledger that read. A payment is looked up by its key only where a foreign key is let go, which few histories come to.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["Find", "FindPurchase", "GetTime", "ReadRefunds"];

    /// <summary>Calls of the ledger that write.</summary>
    public static IReadOnlyList<string> Writes { get; } =
    [
        "ClaimDue", "MakeDue", "ClaimEvents", "RecordDelivery", "Receive", "ClaimMessages", "RecordHandling",
        "Commit opened", "Commit confirm", "Commit answer", "Commit query", "Commit refund", "Commit reverse", "Commit charge", "Commit schedule",
    ];

    private static readonly string[] WireCalls = ["confirm", "get", "cancel", "billing-approve", "key-in", "get-by-order-id"];

    /// <summary>As coverage names them.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(
        Reads.Concat(Writes).SelectMany(call => new[] { $"{call}:unsent", $"{call}:unacknowledged" })
            .Concat(WireCalls.SelectMany(call => new[] { $"wire {call}:before", $"wire {call}:sent", $"wire {call}:answered" }))
            .Append("start"),
        StringComparer.Ordinal);
}
