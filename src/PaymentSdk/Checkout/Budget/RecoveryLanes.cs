using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Budget;

/// <summary>The lanes of recovery, the most urgent first.</summary>
internal static class RecoveryLanes
{
    public const int Count = 4;

    public static IReadOnlyList<RecoveryLane> All { get; } =
        [RecoveryLane.Deadline, RecoveryLane.MoneyBack, RecoveryLane.Requested, RecoveryLane.Routine];

    /// <summary>The zero-based index of a lane.</summary>
    public static int Index(RecoveryLane lane) => (int)lane - (int)RecoveryLane.Deadline;

    /// <summary>The more urgent of two lanes.</summary>
    public static RecoveryLane MoreUrgent(RecoveryLane one, RecoveryLane other) => one < other ? one : other;

    /// <summary>Returns the commit with its attempt in the given lane instead of the lane of its schedule.</summary>
    public static LedgerCommit InLane(this LedgerCommit commit, RecoveryLane lane) => commit with
    {
        Moves = [commit.Moves[0] with { Attempt = commit.Moves[0].Attempt with { Lane = lane } }, .. commit.Moves.Skip(1)],
    };
}
