using System.Collections.Concurrent;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>
/// The orders for which this process stored an unverified notification within the last minute, so that a thousand forged webhooks about one order
/// store one message and cause one query. The ledger has the same limit across processes; this class keeps the load away from the ledger.
/// </summary>
internal sealed class RecentNotifications(TimeProvider time)
{
    private const int MaxCount = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<OrderId, Stored> _stored = new();

    /// <summary>
    /// Returns whether to store a notification, and remembers its order if so. The notification is not stored while an earlier one about the order
    /// waits to be handled, because the query for the earlier one covers both. While the limit of remembered orders is reached, each notification
    /// about another order is stored, and the order is not remembered.
    /// </summary>
    /// <param name="orderId">The order id of the notification.</param>
    /// <param name="notifiedAt">When the last notification was recorded in the row. Handling a stored notification changes this time.</param>
    public bool TryBegin(OrderId orderId, DateTimeOffset? notifiedAt)
    {
        var mine = new Stored(time.GetTimestamp(), notifiedAt);
        if (_stored.Count >= MaxCount)
            Prune();
        if (_stored.Count >= MaxCount && !_stored.ContainsKey(orderId))
            return true;
        while (true)
        {
            if (_stored.TryAdd(orderId, mine))
                return true;
            if (!_stored.TryGetValue(orderId, out var before))
                continue;
            if (!IsOver(before) && !WasHandled(before, notifiedAt))
                return false;
            if (_stored.TryUpdate(orderId, mine, before))
                return true;
        }
    }

    public void Forget(OrderId orderId) => _stored.TryRemove(orderId, out _);

    // A row that was read before the stored notification was handled has an earlier time, not a later one.
    private static bool WasHandled(Stored stored, DateTimeOffset? notifiedAt) =>
        notifiedAt is { } now && (stored.NotifiedAt is not { } then || now > then);

    private bool IsOver(Stored stored) => time.GetElapsedTime(stored.At) >= Window;

    private void Prune()
    {
        foreach (var old in _stored.Where(stored => IsOver(stored.Value)))
            _stored.TryRemove(old);
    }

    private readonly record struct Stored(long At, DateTimeOffset? NotifiedAt);
}
