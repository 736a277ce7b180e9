namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// A request and the messages that it causes. The messages are sent after the answer, unless a fault sends them first and delays the answer.
/// </summary>
internal sealed class WebhookCause(SandboxOperation operation, WebhookQueue queue)
{
    private readonly Lock _gate = new();
    private readonly List<WebhookDelivery> _held = [];
    private readonly List<Task> _awaited = [];
    private bool _answered;

    public SandboxOperation Operation { get; } = operation;

    public void Add(WebhookDelivery delivery, bool beforeAnswer)
    {
        lock (_gate)
        {
            if (beforeAnswer)
                _awaited.Add(delivery.FirstTry);
            else if (!_answered)
                _held.Add(delivery);
            delivery.WaitsForAnswer = !beforeAnswer && !_answered;
        }

        queue.Add(delivery);
    }

    /// <summary>Waits for the messages that must be sent before the answer. Each takes at most the time that the shop has to answer it.</summary>
    public Task OvertakenAsync()
    {
        lock (_gate)
            return Task.WhenAll(_awaited);
    }

    /// <summary>Sends the messages that the request caused, once its answer was sent or will never be sent.</summary>
    public void Answered()
    {
        WebhookDelivery[] held;
        lock (_gate)
        {
            _answered = true;
            held = [.. _held];
            _held.Clear();
        }

        if (held.Length > 0)
            queue.Release(held);
    }
}
