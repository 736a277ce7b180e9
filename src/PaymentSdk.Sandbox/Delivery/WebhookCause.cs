namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// A request and the messages that it causes. They leave when it is answered; a fault sends them before that and lets the answer wait.
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

    /// <summary>Waits for the messages that are to arrive before the answer; at most as long as the shop may take for each.</summary>
    public Task OvertakenAsync()
    {
        lock (_gate)
            return Task.WhenAll(_awaited);
    }

    /// <summary>The answer was sent, or never will be: the messages that its request caused are sent now.</summary>
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
