using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The entries of one kind that the gateway remembers, oldest first. Their count and their size in bytes are limited: when either limit is
/// exceeded, the oldest entries are dropped. Not thread-safe: the owner must lock.
/// </summary>
/// <param name="sizeOf">Returns the approximate size of an entry in bytes. Called whenever an entry is set.</param>
/// <param name="maxCount">The maximum number of entries.</param>
/// <param name="maxBytes">The maximum size of all entries together, in bytes.</param>
internal sealed class BoundedStore<TKey, TValue>(Func<TValue, long> sizeOf, int maxCount = BoundedStore.MaxCount, long maxBytes = BoundedStore.MaxBytes)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _oldestFirst = [];
    private long _bytes;

    /// <summary>Called with every entry that is dropped because the store is full, but not with entries that are removed.</summary>
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

    /// <summary>Adds an entry as the newest, or replaces an existing one in its place.</summary>
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

/// <summary>The limits of a store, and the size of an entry.</summary>
internal static class BoundedStore
{
    /// <summary>The maximum number of entries of one kind.</summary>
    public const int MaxCount = 10_000;

    /// <summary>The maximum number of bytes of one kind.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>The size of an entry without its texts: objects, keys and the two indexes.</summary>
    private const long _entry = 400;

    public static long Size(params ReadOnlySpan<string?> texts)
    {
        var size = _entry;
        foreach (var text in texts)
            size += 2L * (text?.Length ?? 0);
        return size;
    }
}
