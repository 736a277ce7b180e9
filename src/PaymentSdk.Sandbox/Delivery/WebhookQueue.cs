using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// All messages, in the order of their events: those to be sent, and those that were delivered or abandoned. If their number or total size exceeds
/// the limit, the oldest are dropped.
/// </summary>
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

    /// <summary>Completes at the next change. Read it before the state that you compare, so that no change is missed.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
                return _changed.Task;
        }
    }

    /// <summary>Whether a message is being sent, is due, or waits for the answer to a request.</summary>
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

    /// <summary>Allows these messages to be sent. They no longer wait for the answer to the request that caused them.</summary>
    public void Release(IEnumerable<WebhookDelivery> deliveries)
    {
        lock (_gate)
        {
            foreach (var delivery in deliveries)
                delivery.WaitsForAnswer = false;
        }

        Signal();
    }

    /// <summary>
    /// Returns the next message to send and marks it as being sent. Returns null if there is none, or if the maximum number is being sent.
    /// </summary>
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

    /// <summary>
    /// Returns the next time after <paramref name="now"/> at which a message is due. A message that is already due waits for a change, not for time.
    /// </summary>
    public DateTimeOffset? DueAfter(DateTimeOffset now)
    {
        lock (_gate)
            return _pending.Where(delivery => delivery.Due > now).Min(delivery => delivery.Due);
    }

    /// <summary>Records the result of a try: the message is delivered, due again according to the retry schedule, or abandoned.</summary>
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

    // The two forms of one change do not overtake each other; only a later change does.
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

/// <summary>The retry schedule of a message that was not delivered (docs/spec/payment-api.md §7.2). There are seven retries.</summary>
internal static class RetryLadder
{
    private static readonly int[] _minutes = [1, 4, 16, 64, 256, 1024, 4096];

    /// <summary>Returns the time to wait after the given number of tries, or null if there is no further try.</summary>
    public static TimeSpan? After(int tries) => tries <= _minutes.Length ? TimeSpan.FromMinutes(_minutes[tries - 1]) : null;
}
