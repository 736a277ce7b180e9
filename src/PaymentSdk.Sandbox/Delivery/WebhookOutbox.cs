using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Faults;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Accepts the messages to send, attributes each to the request that caused it, and applies faults to it.</summary>
internal sealed class WebhookOutbox(WebhookQueue queue, WebhookTargets targets, FaultPlan faults, SandboxClock clock)
{
    private static readonly TimeSpan _defaultDelay = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The default time for which a message waits until a later message about the same object overtakes it. After this time, it is sent anyway.
    /// </summary>
    private static readonly TimeSpan _longestHold = TimeSpan.FromMinutes(1);

    private readonly AsyncLocal<WebhookCause?> _cause = new();
    private long _moves;

    /// <summary>Starts a request: until its answer, it is the cause of every message posted in this asynchronous flow.</summary>
    public WebhookCause Begin(SandboxOperation operation) => _cause.Value = new WebhookCause(operation, queue);

    /// <summary>Returns the number of the next change.</summary>
    public long NextMove() => Interlocked.Increment(ref _moves);

    /// <summary>Sends a message, unless its shop has no webhook URL.</summary>
    public void Post(Webhook webhook)
    {
        if (targets.Of(webhook.Merchant) is null)
            return;
        var now = clock.GetUtcNow();
        var fault = faults.TakeForWebhook(_cause.Value?.Operation);
        var delivery = new WebhookDelivery(webhook, Identifiers.TransmissionId()) { Due = now };
        if (fault?.Kind == SandboxFaultKind.ForgedWebhook)
            Add(new WebhookDelivery(Forgery.Of(webhook), Identifiers.TransmissionId()) { Due = now }, fault);
        if (fault?.Kind == SandboxFaultKind.LateWebhook)
            delivery.Due = now + (fault.Delay ?? _defaultDelay);
        if (fault?.Kind == SandboxFaultKind.ReorderedWebhook)
            (delivery.Due, delivery.WaitsForNext) = (now + (fault.Delay ?? _longestHold), true);
        Add(delivery, fault);
        if (fault?.Kind == SandboxFaultKind.DuplicateWebhook)
            Add(new WebhookDelivery(webhook, delivery.TransmissionId) { Due = now }, fault);
    }

    private void Add(WebhookDelivery delivery, SandboxFault? fault)
    {
        if (_cause.Value is { } cause)
            cause.Add(delivery, beforeAnswer: fault?.Kind == SandboxFaultKind.WebhookBeforeResponse);
        else
            queue.Add(delivery);
    }
}

/// <summary>Creates a message that a stranger could have sent: its form and its identifiers are right, but what it reports did not happen.</summary>
internal static class Forgery
{
    public static Webhook Of(Webhook real)
    {
        var body = JsonNode.Parse(real.Body)!.AsObject();
        var status = real.Status is PaymentStatus.Done ? PaymentStatus.Canceled : PaymentStatus.Done;
        var told = (body["data"] ?? body["entityBody"] ?? body).AsObject();
        told["status"] = status;
        Bend(told, "secret", Identifiers.Secret());
        Bend(told, "transactionKey", Identifiers.TransactionKey());
        Bend(told, "lastTransactionKey", Identifiers.TransactionKey());
        if (told["totalAmount"] is { } total)
            told["balanceAmount"] = status == PaymentStatus.Canceled ? 0 : total.DeepClone();
        return real with { Body = Json.Write(body), Status = status, Forged = true };
    }

    private static void Bend(JsonObject told, string member, string value)
    {
        if (told.ContainsKey(member))
            told[member] = value;
    }
}
