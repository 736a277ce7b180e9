namespace PaymentSdk.Simulation.Command;

/// <summary>
/// The points at which a process must have crashed in a run of ten minutes: before it sends a call, and before it receives the answer.
/// </summary>
internal static class WrittenCrashPoints
{
    /// <summary>
    /// Calls that read the ledger. The lookup by payment key is too rare for the list: it runs only when a payment is adopted whose payment key
    /// belongs to another order.
    /// </summary>
    public static IReadOnlyList<string> Reads { get; } = ["Find", "FindPurchase", "GetTime", "ReadRefunds"];

    /// <summary>Calls that write to the ledger.</summary>
    public static IReadOnlyList<string> Writes { get; } =
    [
        "ClaimDue", "MakeDue", "ClaimEvents", "RecordDelivery", "Receive", "ClaimMessages", "RecordHandling",
        "Commit opened", "Commit confirm", "Commit answer", "Commit query", "Commit refund", "Commit reverse", "Commit charge", "Commit schedule",
    ];

    private static readonly string[] WireCalls = ["confirm", "get", "cancel", "billing-approve", "key-in", "get-by-order-id"];

    /// <summary>All crash points, by their names in the coverage.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(
        Reads.Concat(Writes).SelectMany(call => new[] { $"{call}:unsent", $"{call}:unacknowledged" })
            .Concat(WireCalls.SelectMany(call => new[] { $"wire {call}:before", $"wire {call}:sent", $"wire {call}:answered" }))
            .Append("start"),
        StringComparer.Ordinal);
}
