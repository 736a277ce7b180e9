namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// A request and the messages that it causes. The messages are sent after the answer, with two exceptions: if a fault affects the request, the
/// messages do not wait for the answer, and with <see cref="SandboxFaultKind.WebhookBeforeResponse"/>, the answer waits for the message.
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

    /// <summary>Waits until each message that must be sent before the answer has been tried once or abandoned.</summary>
    public Task OvertakenAsync()
    {
        lock (_gate)
            return Task.WhenAll(_awaited);
    }

    /// <summary>Releases the messages that wait for the answer. Messages that the request causes later do not wait.</summary>
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
