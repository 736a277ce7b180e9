namespace PaymentSdk.Sandbox;

/// <summary>A webhook that the gateway has sent or will send.</summary>
/// <param name="EventType">The event type, such as <c>PAYMENT_STATUS_CHANGED</c>. For the form that carries no event type, it is
/// <c>DEPOSIT_CALLBACK</c>.</param>
/// <param name="Subject">The key of the object that the webhook is about: a payment key, or the id of another kind of object.</param>
/// <param name="OrderId">The order id of the payment; null if the webhook is not about a payment.</param>
/// <param name="Status">The status that the webhook reports.</param>
/// <param name="TransmissionId">The transmission id in the header. Retries and duplicates have the same id.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="IsForged">True if a fault made the webhook up.</param>
/// <param name="State">The state of the delivery.</param>
/// <param name="NextTry">The time of the next try, by the gateway's clock; null if the webhook is not sent again.</param>
/// <param name="Tries">The tries, oldest first; at most eight.</param>
public sealed record SandboxWebhook(
    string EventType,
    string Subject,
    string? OrderId,
    string? Status,
    string TransmissionId,
    string Body,
    bool IsForged,
    SandboxWebhookState State,
    DateTimeOffset? NextTry,
    IReadOnlyList<SandboxWebhookTry> Tries);
