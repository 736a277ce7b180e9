namespace PaymentSdk.Checkout.Budget;

/// <summary>Limits the queries that webhooks cause to 30 % of the requests of recovery. Further queries wait.</summary>
internal sealed class RecheckBudget(RequestBudget budget, TimeProvider time)
{
    private const double Share = 0.3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _turns = new();

    /// <summary>
    /// Returns how long a query that a webhook requests now must wait, so that no minute has more of these queries than their share.
    /// </summary>
    public TimeSpan Wait()
    {
        if (budget.PerMinute is not { } perMinute)
            return TimeSpan.Zero;
        var share = Math.Max(1, (int)(perMinute * Share));
        var minute = (long)(Minute.TotalSeconds * time.TimestampFrequency);
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var turn = now;
            // If the queue already contains a full share, this query waits until a minute after the oldest query in it.
            while (_turns.Count >= share)
                turn = Math.Max(turn, _turns.Dequeue() + minute);
            _turns.Enqueue(turn);
            return time.GetElapsedTime(now, turn);
        }
    }
}
