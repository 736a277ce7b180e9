using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// What the gateway remembers of one kind, oldest first. Bounded by count and by bytes: when either is passed, the oldest entries are
/// forgotten. Not thread safe: its owner locks.
/// </summary>
/// <param name="sizeOf">About how many bytes an entry takes; asked whenever it is set.</param>
/// <param name="maxCount">The most entries.</param>
/// <param name="maxBytes">The most bytes of all entries.</param>
internal sealed class BoundedStore<TKey, TValue>(Func<TValue, long> sizeOf, int maxCount = BoundedStore.MaxCount, long maxBytes = BoundedStore.MaxBytes)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _oldestFirst = [];
    private long _bytes;

    /// <summary>Called with every entry that is forgotten because the store is full; not with those that are removed.</summary>
    public Action<TValue>? Forgotten { get; init; }

    /// <summary>Every entry, oldest first.</summary>
    public IEnumerable<TValue> Values => _oldestFirst.Select(entry => entry.Value);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = _byKey.TryGetValue(key, out var node);
        value = found ? node!.Value.Value : default;
        return found;
    }

    public TValue? Find(TKey key) => TryGet(key, out var value) ? value : default;

    /// <summary>Adds an entry as the newest, or replaces it where it stands.</summary>
    public void Set(TKey key, TValue value)
    {
        var entry = new Entry(key, value, sizeOf(value));
        if (_byKey.TryGetValue(key, out var node))
        {
            _bytes -= node.Value.Size;
            node.Value = entry;
        }
        else
        {
            _byKey.Add(key, _oldestFirst.AddLast(entry));
        }

        _bytes += entry.Size;
        while ((_oldestFirst.Count > maxCount || _bytes > maxBytes) && _oldestFirst.First is { } oldest)
        {
            Remove(oldest.Value.Key);
            Forgotten?.Invoke(oldest.Value.Value);
        }
    }

    public bool Remove(TKey key)
    {
        if (!_byKey.Remove(key, out var node))
            return false;
        _bytes -= node.Value.Size;
        _oldestFirst.Remove(node);
        return true;
    }

    private sealed record Entry(TKey Key, TValue Value, long Size);
}

/// <summary>The bounds of a store, and how texts count.</summary>
internal static class BoundedStore
{
    /// <summary>The most entries of one kind.</summary>
    public const int MaxCount = 10_000;

    /// <summary>The most bytes of one kind.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>What an entry takes beside its texts: objects, keys and the two indexes.</summary>
    private const long _entry = 400;

    public static long Size(params ReadOnlySpan<string?> texts)
    {
        var size = _entry;
        foreach (var text in texts)
            size += 2L * (text?.Length ?? 0);
        return size;
    }
}
