using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// The pace of routine queries. The more rows are waiting, the longer the pauses, so that all routine queries together stay within the routine lane's
/// share of the request budget.
/// </summary>
internal sealed class RecoveryPace
{
    /// <summary>The time ahead for which due rows are counted, and the maximum of <see cref="Shortest"/>.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(1);

    private const int MostCounted = 1_000_000;

    private long _shortest;

    /// <summary>The shortest pause between two routine queries of one row; zero while the budget allows every planned pause.</summary>
    public TimeSpan Shortest => TimeSpan.FromTicks(Interlocked.Read(ref _shortest));

    /// <summary>Returns the planned pause, or <see cref="Shortest"/> when that is longer.</summary>
    public TimeSpan Routine(TimeSpan planned) => planned > Shortest ? planned : Shortest;

    /// <summary>Returns the number of rows up to which counting is useful. Rows beyond it do not lengthen the pauses further.</summary>
    public static int CountUpTo(int perMinute) => (int)Math.Min(MostCounted, Math.Ceiling(perMinute * LaneBuckets.LowerShare * Horizon.TotalMinutes));

    /// <summary>Returns the shortest pause for a number of waiting rows.</summary>
    /// <param name="waiting">The rows that are due in the routine lane within <see cref="Horizon"/>.</param>
    /// <param name="perMinute">The request budget of the merchant per minute; null for no limit.</param>
    public static TimeSpan ShortestFor(int waiting, int? perMinute)
    {
        if (perMinute is not { } budget)
            return TimeSpan.Zero;
        var pause = TimeSpan.FromMinutes(waiting / (budget * LaneBuckets.LowerShare));
        return pause < Horizon ? pause : Horizon;
    }

    /// <summary>Updates the shortest pause for a new count.</summary>
    public void Plan(int waiting, int? perMinute) => Interlocked.Exchange(ref _shortest, ShortestFor(waiting, perMinute).Ticks);
}

/// <summary>
/// A token bucket for each lane and one common bucket. Requests that a lane does not use overflow into the common bucket, which serves the most
/// urgent lane first. A lane that made more requests than it had available goes into debt and waits; the other lanes do not wait.
/// </summary>
internal sealed class LaneBuckets
{
    /// <summary>The share of the budget that each lane except the first receives.</summary>
    public const double LowerShare = 0.1;

    /// <summary>The number of requests available to the first lane at the start, and the minimum capacity of its bucket.</summary>
    private const double FirstAtStart = 2;
    private const double LowerAtStart = 1;

    private readonly double[] _levels = [FirstAtStart, .. Enumerable.Repeat(LowerAtStart, RecoveryLanes.Count - 1)];
    private double _common;

    /// <summary>
    /// Adds the requests that the elapsed time allows. The buckets start nearly empty, because a process that has just started does not know yet how
    /// many processes share the budget.
    /// </summary>
    public void Fill(double perMinute, TimeSpan elapsed)
    {
        var caps = new Caps(perMinute);
        // A full burst plus the refill of the following minute equals the budget, so that no minute exceeds it. Only a share of the budget of fewer
        // than 14 requests per process can be exceeded, because a minute always refills at least half of the share.
        var brought = Math.Max(perMinute - caps.Burst, perMinute / 2) * elapsed.TotalMinutes;
        var lower = LowerShare * perMinute * elapsed.TotalMinutes;
        foreach (var lane in RecoveryLanes.All)
        {
            var level = Level(lane) + (lane == RecoveryLane.Deadline ? brought - ((RecoveryLanes.Count - 1) * lower) : lower);
            Level(lane) = Math.Min(level, caps.Of(lane));
            _common += Math.Max(0, level - caps.Of(lane));
        }

        _common = Math.Min(_common, caps.Common);
        RepayDebts();
    }

    /// <summary>Returns the number of requests that a lane can make now.</summary>
    public int Available(RecoveryLane lane) => (int)Math.Max(0, Math.Floor(Level(lane) + _common));

    /// <summary>Takes requests from the lane's own bucket, then from the common one. The rest becomes the lane's debt.</summary>
    public void Take(RecoveryLane lane, int requests)
    {
        var common = Math.Clamp(requests - Math.Max(0, Level(lane)), 0, _common);
        _common -= common;
        Level(lane) -= requests - common;
    }

    /// <summary>Gives back a request that was taken but not made.</summary>
    public void Return(RecoveryLane lane) => Level(lane)++;

    /// <summary>Empties the common bucket and those of all lanes except the first. Debts remain.</summary>
    public void Drain()
    {
        _common = 0;
        foreach (var lane in RecoveryLanes.All.Where(lane => lane != RecoveryLane.Deadline))
            Level(lane) = Math.Min(0, Level(lane));
    }

    private void RepayDebts()
    {
        foreach (var lane in RecoveryLanes.All)
        {
            var repaid = Math.Clamp(-Level(lane), 0, _common);
            Level(lane) += repaid;
            _common -= repaid;
        }
    }

    private ref double Level(RecoveryLane lane) => ref _levels[RecoveryLanes.Index(lane)];

    /// <summary>
    /// The capacities of the buckets. Together they hold about a fifth of a minute's budget, but at least 7 requests; each holds at least one.
    /// </summary>
    private readonly record struct Caps(double PerMinute)
    {
        public double Common => Math.Max(2, 0.06 * PerMinute);

        public double Burst => Common + Of(RecoveryLane.Deadline) + ((RecoveryLanes.Count - 1) * Of(RecoveryLane.Routine));

        public double Of(RecoveryLane lane) => lane == RecoveryLane.Deadline ? Math.Max(FirstAtStart, 0.08 * PerMinute) : Math.Max(LowerAtStart, 0.02 * PerMinute);
    }
}
