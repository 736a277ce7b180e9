using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// How many requests recovery may make in this process, lane by lane: the budget of the merchant divided by the processes that
/// are alive, less after a 429. A row takes one request when it is claimed; what its recovery makes beyond it is charged to its
/// lane as it is made. Buyers' own calls are not counted: they come first, and the API's limit is per operation.
/// </summary>
internal sealed class RequestBudget(IPaymentSettingsSource settings, TimeProvider time)
{
    /// <summary>What a shop without a budget is assumed to have made at least in the minute before a 429.</summary>
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

    /// <summary>The requests of the merchant in a minute; null is no limit.</summary>
    public int? OfMerchant => settings.Current.Recovery.RequestsPerMinute;

    /// <summary>The requests of this process in a minute; null is no limit.</summary>
    public double? PerMinute => OfMerchant / (double)Volatile.Read(ref _processes);

    /// <summary>Takes note of how many processes share the budget, this one among them.</summary>
    public void ShareAmong(int processes) => Volatile.Write(ref _processes, Math.Max(1, processes));

    /// <summary>How many rows a lane may claim now.</summary>
    public int Available(RecoveryLane lane)
    {
        lock (_lock)
        {
            if (_slowdown.IsPaused)
                return 0;
            return Fill() ? _buckets.Available(lane) : int.MaxValue;
        }
    }

    /// <summary>Takes the first request of a row that was claimed, and charges its further ones to the lane until <see cref="End"/>.</summary>
    public void Begin(OrderId orderId, RecoveryLane lane)
    {
        lock (_lock)
        {
            if (Fill())
                _buckets.Take(lane, 1);
            _claimed[orderId] = new ClaimedRow(lane);
        }
    }

    /// <summary>Ends the row's recovery; a request that it did not make is given back.</summary>
    public void End(OrderId orderId)
    {
        lock (_lock)
        {
            if (_claimed.Remove(orderId, out var row) && row.Made == 0)
                _buckets.Return(row.Lane);
        }
    }

    /// <summary>Counts what a call of the checkout process put on the wire. Only a row that recovery works on is charged.</summary>
    public void Count(OrderId orderId, WireLog wire)
    {
        lock (_lock)
        {
            // A call that the pipeline sent again is as many requests as it was sent.
            var requests = Math.Max(1, wire.Sends);
            CountLastMinute(requests);
            if (_claimed.TryGetValue(orderId, out var row))
            {
                var beyond = row.Made == 0 ? requests - 1 : requests;
                row.Made += requests;
                if (Fill())
                    _buckets.Take(row.Lane, beyond);
            }

            if (wire.IsLimited)
                SlowDown(wire.RetryAfter);
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

    /// <summary>Brings the buckets up to date. False when there is no limit.</summary>
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

    // Older requests weigh less: at an even pace this is what a minute makes.
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
