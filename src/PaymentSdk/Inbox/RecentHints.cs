using System.Collections.Concurrent;

namespace PaymentSdk.Inbox;

/// <summary>
/// The orders that a claim without proof has made due within the last minute, in this process: a thousand forgeries store one
/// message and cause one query. The ledger knows the same over all processes; this keeps the flood away from it.
/// </summary>
internal sealed class RecentHints(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<OrderId, DateTimeOffset> _begun = new();

    /// <summary>Whether this is the first one of the minute. When very many orders are claimed, each claim is a first one.</summary>
    public bool TryBegin(OrderId orderId)
    {
        var now = time.GetUtcNow();
        if (_begun.Count >= Most)
            Prune(now);
        if (_begun.Count >= Most && !_begun.ContainsKey(orderId))
            return true;
        while (true)
        {
            if (_begun.TryAdd(orderId, now))
                return true;
            if (!_begun.TryGetValue(orderId, out var first))
                continue;
            if (now - first < Window)
                return false;
            if (_begun.TryUpdate(orderId, now, first))
                return true;
        }
    }

    public void Forget(OrderId orderId) => _begun.TryRemove(orderId, out _);

    private void Prune(DateTimeOffset now)
    {
        foreach (var begun in _begun.Where(begun => now - begun.Value >= Window))
            _begun.TryRemove(begun);
    }
}
