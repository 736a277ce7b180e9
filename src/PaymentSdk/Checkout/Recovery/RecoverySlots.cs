using PaymentSdk.Checkout.Budget;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// How many rows are recovered at once. An answer of the gateway may take more than a minute: each lane keeps slots of its own,
/// so that slow answers in one never hold up another; the rest is for whichever comes first, the most urgent lane first.
/// </summary>
internal sealed class RecoverySlots
{
    private const int Shared = 3;
    private static readonly int[] Own = [6, 3, 2, 2];

    private readonly List<(RecoveryLane Lane, Task Work)> _running = [];

    /// <summary>The work that has not ended.</summary>
    public IEnumerable<Task> Running => _running.Select(row => row.Work);

    /// <summary>Whether a lane can take no more until something ends.</summary>
    public bool IsAnyFull => RecoveryLanes.All.Any(lane => Free(lane) == 0);

    /// <summary>Forgets what has ended.</summary>
    public void Sweep() => _running.RemoveAll(row => row.Work.IsCompleted);

    /// <summary>How many rows a lane may begin now.</summary>
    public int Free(RecoveryLane lane)
    {
        var shared = Shared - RecoveryLanes.All.Sum(other => Math.Max(0, Count(other) - OwnOf(other)));
        return Math.Max(0, OwnOf(lane) - Count(lane)) + shared;
    }

    public void Add(RecoveryLane lane, Task work) => _running.Add((lane, work));

    private int Count(RecoveryLane lane) => _running.Count(row => row.Lane == lane);

    private static int OwnOf(RecoveryLane lane) => Own[RecoveryLanes.Index(lane)];
}
