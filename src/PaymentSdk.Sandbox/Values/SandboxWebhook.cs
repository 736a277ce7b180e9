namespace PaymentSdk.Sandbox;

/// <summary>A webhook that the gateway has sent or will send.</summary>
public sealed record SandboxWebhook
{
    /// <summary>The event type, such as <c>PAYMENT_STATUS_CHANGED</c>. For the form without an event type, it is <c>DEPOSIT_CALLBACK</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The key of the object that the webhook is about: a payment key, or the id of another kind of object.</summary>
    public required string Subject { get; init; }

    /// <summary>The order id of the payment; null if the webhook is not about a payment.</summary>
    public required string? OrderId { get; init; }

    /// <summary>The status that the webhook reports.</summary>
    public required string? Status { get; init; }

    /// <summary>The transmission id in the header. Retries and duplicates have the same id.</summary>
    public required string TransmissionId { get; init; }

    /// <summary>The JSON body.</summary>
    public required string Body { get; init; }

    /// <summary>Whether a fault created the webhook.</summary>
    public required bool IsForged { get; init; }

    /// <summary>The state of the delivery.</summary>
    public required SandboxWebhookState State { get; init; }

    /// <summary>The time of the next try, by the gateway's clock; null if the webhook is not sent again.</summary>
    public required DateTimeOffset? NextTry { get; init; }

    /// <summary>The tries, oldest first; at most eight.</summary>
    public required IReadOnlyList<SandboxWebhookTry> Tries { get; init; }
}
