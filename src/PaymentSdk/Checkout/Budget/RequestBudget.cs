using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// The number of requests that recovery may make in this process, per lane: the budget of the merchant divided by the running
/// processes, reduced after a 429. A row takes one request when it is claimed; further requests of its recovery are charged to its
/// lane as they are made. Calls that buyers cause are not counted: they have priority, and the API limits each operation separately.
/// </summary>
internal sealed class RequestBudget(IPaymentSettingsSource settings, TimeProvider time)
{
    /// <summary>The minimum number of requests per minute that a shop without a budget is assumed to have made before a 429.</summary>
    private const double LeastAssumed = 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly LaneBuckets _buckets = new();
    private readonly ApiSlowdown _slowdown = new(time);
    private readonly Dictionary<OrderId, ClaimedRow> _claimed = [];
    private readonly long _start = time.GetTimestamp();
    private int _processes = 1;
    private long? _filled;
    private double _lastMinute;
    private long _counted;
    private double _assumed;

    /// <summary>The requests per minute of the merchant; null for no limit.</summary>
    public int? OfMerchant => settings.Current.Recovery.RequestsPerMinute;

    /// <summary>The requests per minute of this process; null for no limit.</summary>
    public double? PerMinute => OfMerchant / (double)Volatile.Read(ref _processes);

    /// <summary>Sets the number of processes that share the budget, including this one.</summary>
    public void ShareAmong(int processes) => Volatile.Write(ref _processes, Math.Max(1, processes));

    /// <summary>Returns the number of rows that a lane may claim now.</summary>
    public int Available(RecoveryLane lane)
    {
        lock (_lock)
        {
            if (_slowdown.IsPaused)
                return 0;
            return Fill() ? _buckets.Available(lane) : int.MaxValue;
        }
    }

    /// <summary>Takes the first request of a claimed row. Until <see cref="End"/>, further requests of the row are charged to the lane.</summary>
    public void Begin(OrderId orderId, RecoveryLane lane)
    {
        lock (_lock)
        {
            if (Fill())
                _buckets.Take(lane, 1);
            _claimed[orderId] = new ClaimedRow(lane);
        }
    }

    /// <summary>Ends the recovery of the row. If it made no request, the one taken at the start is returned.</summary>
    public void End(OrderId orderId)
    {
        lock (_lock)
        {
            if (_claimed.Remove(orderId, out var row) && row.Made == 0)
                _buckets.Return(row.Lane);
        }
    }

    /// <summary>Counts the requests that a call of the checkout sent. Only rows that recovery works on are charged to a lane.</summary>
    public void Count(OrderId orderId, CheckoutCall call)
    {
        lock (_lock)
        {
            // Each send counts as a request, including those that the pipeline repeated.
            var requests = Math.Max(1, call.Sends);
            CountLastMinute(requests);
            if (_claimed.TryGetValue(orderId, out var row))
            {
                var beyond = row.Made == 0 ? requests - 1 : requests;
                row.Made += requests;
                if (Fill())
                    _buckets.Take(row.Lane, beyond);
            }

            if (call.IsLimited)
                SlowDown(call.RetryAfter);
        }
    }

    private void SlowDown(TimeSpan? retryAfter)
    {
        var wasSlow = _slowdown.Factor < 1;
        if (!_slowdown.Note(retryAfter))
            return;
        if (!wasSlow)
            _assumed = Math.Max(LeastAssumed, _lastMinute);
        Fill();
        _buckets.Drain();
    }

    /// <summary>Refills the buckets for the elapsed time. Returns false when there is no limit.</summary>
    private bool Fill()
    {
        var now = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_filled ?? now, now);
        _filled = now;
        var factor = _slowdown.Factor;
        if ((PerMinute ?? (factor < 1 ? _assumed : null)) is not { } perMinute)
            return false;
        _buckets.Fill(perMinute * factor, elapsed);
        return true;
    }

    // Older requests have less weight. At a steady rate, the value equals the number of requests per minute.
    private void CountLastMinute(int requests)
    {
        var elapsed = time.GetElapsedTime(_start);
        var since = elapsed - TimeSpan.FromTicks(_counted);
        _lastMinute = (_lastMinute * Math.Exp(-(since / Minute))) + requests;
        _counted = elapsed.Ticks;
    }

    private sealed class ClaimedRow(RecoveryLane lane)
    {
        public RecoveryLane Lane => lane;

        public int Made { get; set; }
    }
}

/// <summary>
/// Slows the requests of this process down after the API answered with 429. Each 429 halves the rate, at most four times. Each minute
/// without a 429 doubles it again.
/// </summary>
internal sealed class ApiSlowdown(TimeProvider time)
{
    private const int MostHalvings = 4;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>429 answers within this time count as one, because their calls were in flight at the same time.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest pause accepted from a Retry-After header. A longer pause could outlast the few minutes in which a confirm may be sent again.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private int _halvings;
    private long _last;
    private long? _resume;

    /// <summary>The share of the full rate: 1, 1/2, 1/4, 1/8 or 1/16.</summary>
    public double Factor => 1.0 / (1 << Halvings);

    /// <summary>Whether a pause that the API requested has not ended yet.</summary>
    public bool IsPaused => _resume is { } resume && time.GetTimestamp() < resume;

    private int Halvings => _halvings == 0 ? 0 : Math.Max(0, _halvings - (int)Math.Min(MostHalvings, time.GetElapsedTime(_last) / Step));

    /// <summary>Records a 429 answer.</summary>
    /// <param name="retryAfter">The pause that the answer requested; null when it requested none.</param>
    /// <returns>Whether the answer slows this process further.</returns>
    public bool Note(TimeSpan? retryAfter)
    {
        var (now, halvings) = (time.GetTimestamp(), Halvings);
        if (retryAfter is { } pause)
            _resume = Math.Max(_resume ?? 0, now + (long)((pause < LongestPause ? pause : LongestPause).TotalSeconds * time.TimestampFrequency));
        if (halvings > 0 && time.GetElapsedTime(_last, now) < Together)
            return false;
        (_halvings, _last) = (Math.Min(MostHalvings, halvings + 1), now);
        return _halvings > halvings;
    }
}
