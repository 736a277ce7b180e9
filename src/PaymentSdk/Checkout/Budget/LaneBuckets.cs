using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// A bucket of requests for each lane and one for all of them. What a lane does not use overflows into the common bucket, from
/// which the most urgent lane takes first. A lane that made more requests than it had is in debt and waits; no other lane does.
/// </summary>
internal sealed class LaneBuckets
{
    /// <summary>What each lane but the first keeps of the budget.</summary>
    public const double LowerShare = 0.1;

    /// <summary>What the first lane and the others start with, and hold at least.</summary>
    private const double FirstAtStart = 2;
    private const double LowerAtStart = 1;

    private readonly double[] _levels = [FirstAtStart, .. Enumerable.Repeat(LowerAtStart, RecoveryLanes.Count - 1)];
    private double _common;

    /// <summary>
    /// Adds what time has brought. The buckets start nearly empty: a process that just started does not know yet how many share the
    /// budget.
    /// </summary>
    public void Fill(double perMinute, TimeSpan elapsed)
    {
        var caps = new Caps(perMinute);
        // A burst and the minute after it make one budget together: no minute has more requests than the budget.
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

    /// <summary>How many requests a lane has now.</summary>
    public int Available(RecoveryLane lane) => (int)Math.Max(0, Math.Floor(Level(lane) + _common));

    /// <summary>Takes requests: from the lane's own bucket, then from the common one; the rest is its debt.</summary>
    public void Take(RecoveryLane lane, int requests)
    {
        var common = Math.Clamp(requests - Math.Max(0, Level(lane)), 0, _common);
        _common -= common;
        Level(lane) -= requests - common;
    }

    /// <summary>Gives a request back that was not made.</summary>
    public void Return(RecoveryLane lane) => Level(lane)++;

    /// <summary>Takes what the lower lanes have; debts stay.</summary>
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

    /// <summary>How much each bucket holds: a fifth of a minute all together, and enough for one request each.</summary>
    private readonly record struct Caps(double PerMinute)
    {
        public double Common => Math.Max(2, 0.06 * PerMinute);

        public double Burst => Common + Of(RecoveryLane.Deadline) + ((RecoveryLanes.Count - 1) * Of(RecoveryLane.Routine));

        public double Of(RecoveryLane lane) => lane == RecoveryLane.Deadline ? Math.Max(FirstAtStart, 0.08 * PerMinute) : Math.Max(LowerAtStart, 0.02 * PerMinute);
    }
}
