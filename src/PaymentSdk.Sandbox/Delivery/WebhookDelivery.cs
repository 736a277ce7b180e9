using System.Collections.Immutable;
using System.Text;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>The delivery of one message and its result. The queue owns this state and changes it under its lock.</summary>
internal sealed class WebhookDelivery(Webhook webhook, string transmissionId)
{
    private readonly TaskCompletionSource _firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Webhook Webhook { get; } = webhook;

    /// <summary>
    /// The transmission id. Retries use the same id. The sandbox chose this, because docs/spec/payment-api.md §7.2 does not specify it.
    /// </summary>
    public string TransmissionId { get; } = transmissionId;

    /// <summary>The time of the next try, by the gateway's clock; null after the message was delivered or abandoned.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Whether the message waits for the answer to the request that caused it.</summary>
    public bool WaitsForAnswer { get; set; }

    /// <summary>Whether the message waits until the next message about the same subject overtakes it, or until it is due.</summary>
    public bool WaitsForNext { get; set; }

    public bool IsSending { get; set; }

    public bool IsDelivered { get; set; }

    public ImmutableList<SandboxWebhookTry> Tries { get; set; } = [];

    /// <summary>Completes after the first try, or when the message is abandoned without a try.</summary>
    public Task FirstTry => _firstTry.Task;

    public void TriedOnce() => _firstTry.TrySetResult();

    /// <summary>Returns a copy for tests.</summary>
    public SandboxWebhook Show() => new()
    {
        EventType = Webhook.EventType,
        Subject = Webhook.Subject,
        OrderId = Webhook.OrderId,
        Status = Webhook.Status,
        TransmissionId = TransmissionId,
        Body = Encoding.UTF8.GetString(Webhook.Body),
        IsForged = Webhook.Forged,
        State = State,
        NextTry = Due,
        Tries = Tries,
    };

    private SandboxWebhookState State => this switch
    {
        { IsDelivered: true } => SandboxWebhookState.Delivered,
        { Due: null, IsSending: false } => SandboxWebhookState.Failed,
        _ => SandboxWebhookState.Waiting,
    };
}
