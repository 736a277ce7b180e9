using System.Collections.Immutable;
using System.Text;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>One message on its way, with what became of it. Its state belongs to the queue, which changes it under its lock.</summary>
internal sealed class WebhookDelivery(Webhook webhook, string transmissionId)
{
    private readonly TaskCompletionSource _firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Webhook Webhook { get; } = webhook;

    /// <summary>Stays the same over retries (chosen: docs/spec/payment-api.md §7.2 does not say).</summary>
    public string TransmissionId { get; } = transmissionId;

    /// <summary>When it is to be sent next, by the gateway's clock; null once it is delivered or given up.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>The request that caused it is not answered yet.</summary>
    public bool WaitsForAnswer { get; set; }

    /// <summary>To be overtaken by the next message about the same thing, or sent when it is due.</summary>
    public bool WaitsForNext { get; set; }

    public bool IsSending { get; set; }

    public bool IsDelivered { get; set; }

    public ImmutableList<SandboxWebhookTry> Tries { get; set; } = [];

    /// <summary>Ends when it was tried once, or given up untried.</summary>
    public Task FirstTry => _firstTry.Task;

    public void TriedOnce() => _firstTry.TrySetResult();

    /// <summary>As tests see it.</summary>
    public SandboxWebhook Show() =>
        new(Webhook.EventType, Webhook.Subject, Webhook.OrderId, Webhook.Status, TransmissionId, Encoding.UTF8.GetString(Webhook.Body), Webhook.Forged, State, Due, Tries);

    private SandboxWebhookState State => this switch
    {
        { IsDelivered: true } => SandboxWebhookState.Delivered,
        { Due: null, IsSending: false } => SandboxWebhookState.Failed,
        _ => SandboxWebhookState.Waiting,
    };
}
