using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>
/// Limits the webhooks of one sender and of all senders together. A sender above the limit is asked to send again later, which the payment API does
/// for days. Behind a proxy that does not forward addresses, all senders count as one.
/// </summary>
internal sealed class WebhookRate(TimeProvider time)
{
    private const int MostSenders = 10_000;

    private readonly ConcurrentDictionary<IPAddress, TokenBucket> _senders = new();
    private readonly TokenBucket _all = new(10_000, 500, time);
    private readonly TokenBucket _crowd = NewSender(time);

    public bool Admits(IPAddress? sender) => Of(sender).TryTake() && _all.TryTake();

    private TokenBucket Of(IPAddress? sender)
    {
        var key = Network(sender ?? IPAddress.None);
        if (_senders.TryGetValue(key, out var bucket))
            return bucket;
        if (_senders.Count >= MostSenders)
            Prune();
        return _senders.Count >= MostSenders ? _crowd : _senders.GetOrAdd(key, static (_, clock) => NewSender(clock), time);
    }

    private void Prune()
    {
        foreach (var idle in _senders.Where(sender => sender.Value.IsFull))
            _senders.TryRemove(idle);
    }

    /// <summary>
    /// Returns the sender's network. One sender can use any number of IPv6 addresses, so a network of 64 bits counts as one sender.
    /// </summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }

    private static TokenBucket NewSender(TimeProvider time) => new(2_000, 50, time);
}

/// <summary>A token bucket: a burst at once, and then a fixed number per second.</summary>
internal sealed class TokenBucket(int burst, int perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filled = time.GetTimestamp();

    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                Fill();
                return _tokens >= burst;
            }
        }
    }

    public bool TryTake()
    {
        lock (_gate)
        {
            Fill();
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
        _filled = now;
    }
}
