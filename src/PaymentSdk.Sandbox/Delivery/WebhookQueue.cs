using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>The messages on their way and those that ended, in the order in which they happened. Bounded by count and size: the oldest are forgotten.</summary>
internal sealed class WebhookQueue
{
    private const int _atOnce = 8;

    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly LinkedList<WebhookDelivery> _pending = [];
    private readonly BoundedStore<long, WebhookDelivery> _all;
    private long _count;
    private TaskCompletionSource _changed = NewSignal();

    public WebhookQueue(SandboxClock clock)
    {
        _clock = clock;
        _all = new(delivery => BoundedStore.Size(delivery.Webhook.OrderId, delivery.Webhook.Subject) + delivery.Webhook.Body.Length, maxBytes: 32 * 1024 * 1024) { Forgotten = Forget };
        clock.Advanced += Signal;
    }

    /// <summary>Every message, oldest first.</summary>
    public IReadOnlyList<SandboxWebhook> All
    {
        get
        {
            lock (_gate)
                return [.. _all.Values.Select(delivery => delivery.Show())];
        }
    }

    /// <summary>Ends at the next change; to be read before the state that it is to be compared with.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
                return _changed.Task;
        }
    }

    /// <summary>True while something is being sent, is due, or waits for the answer to a request.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                var now = _clock.GetUtcNow();
                return _pending.Any(delivery => delivery.IsSending || delivery.WaitsForAnswer || delivery.Due <= now);
            }
        }
    }

    public void Add(WebhookDelivery delivery)
    {
        lock (_gate)
        {
            _pending.AddLast(delivery);
            _all.Set(_count++, delivery);
        }

        Signal();
    }

    /// <summary>The request that caused these is answered: they may go.</summary>
    public void Release(IEnumerable<WebhookDelivery> deliveries)
    {
        lock (_gate)
        {
            foreach (var delivery in deliveries)
                delivery.WaitsForAnswer = false;
        }

        Signal();
    }

    /// <summary>The next message to send, marked as being sent; null when there is none, or when as many are being sent as may be.</summary>
    public WebhookDelivery? Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_pending.Count(delivery => delivery.IsSending) == _atOnce)
                return null;
            var blocked = new HashSet<string>(StringComparer.Ordinal);
            foreach (var delivery in _pending)
            {
                if (delivery is { IsSending: false, WaitsForAnswer: false } && delivery.Due <= now && !blocked.Contains(delivery.Webhook.Subject))
                {
                    delivery.IsSending = true;
                    return delivery;
                }

                if (delivery.IsSending || delivery.WaitsForAnswer)
                    blocked.Add(delivery.Webhook.Subject);
            }

            return null;
        }
    }

    /// <summary>The next instant after this one at which something is due; what is due already waits for a change, not for time.</summary>
    public DateTimeOffset? DueAfter(DateTimeOffset now)
    {
        lock (_gate)
            return _pending.Where(delivery => delivery.Due > now).Min(delivery => delivery.Due);
    }

    /// <summary>A try is over: delivered, due again by the ladder, or given up.</summary>
    public void Finish(WebhookDelivery delivery, SandboxWebhookTry outcome)
    {
        lock (_gate)
        {
            delivery.Tries = delivery.Tries.Add(outcome);
            delivery.IsSending = false;
            delivery.IsDelivered = outcome.Status == 200;
            delivery.Due = delivery.IsDelivered ? null : outcome.At + RetryLadder.After(delivery.Tries.Count);
            if (delivery.Due is null)
                _pending.Remove(delivery);
            foreach (var overtaken in _pending.Where(waiting => waiting.WaitsForNext && IsBefore(waiting, delivery)))
                (overtaken.WaitsForNext, overtaken.Due) = (false, outcome.At);
        }

        delivery.TriedOnce();
        Signal();
    }

    // The two forms of one move are not news of each other: only another move overtakes.
    private static bool IsBefore(WebhookDelivery waiting, WebhookDelivery delivery) =>
        waiting.Webhook.Subject == delivery.Webhook.Subject && waiting.Webhook.Move < delivery.Webhook.Move;

    private void Forget(WebhookDelivery oldest)
    {
        oldest.Due = null;
        _pending.Remove(oldest);
        oldest.TriedOnce();
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_gate)
            (changed, _changed) = (_changed, NewSignal());
        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>When a message that was not taken is sent again (docs/spec/payment-api.md §7.2): seven times, then never.</summary>
internal static class RetryLadder
{
    private static readonly int[] _minutes = [1, 4, 16, 64, 256, 1024, 4096];

    /// <summary>The time to wait after so many tries; null when there is no further one.</summary>
    public static TimeSpan? After(int tries) => tries <= _minutes.Length ? TimeSpan.FromMinutes(_minutes[tries - 1]) : null;
}
