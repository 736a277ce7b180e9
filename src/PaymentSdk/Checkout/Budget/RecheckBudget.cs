namespace PaymentSdk.Checkout.Budget;

/// <summary>Webhooks may cause 30 % of the requests of recovery and no more: the rest wait their turn.</summary>
internal sealed class RecheckBudget(RequestBudget budget, TimeProvider time)
{
    private const double Share = 0.3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _turns = new();

    /// <summary>How long a query that a webhook asks for now has to wait: in no minute there are more of them than its share.</summary>
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
            // A minute after the one that is a share's length before it in the queue.
            while (_turns.Count >= share)
                turn = Math.Max(turn, _turns.Dequeue() + minute);
            _turns.Enqueue(turn);
            return time.GetElapsedTime(now, turn);
        }
    }
}
