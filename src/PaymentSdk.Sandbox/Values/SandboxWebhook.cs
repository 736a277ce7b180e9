namespace PaymentSdk.Sandbox;

/// <summary>A webhook that the gateway sent or is about to send.</summary>
/// <param name="EventType">Such as <c>PAYMENT_STATUS_CHANGED</c>; <c>DEPOSIT_CALLBACK</c> for the form that does not carry one.</param>
/// <param name="Subject">What it is about: a payment key, for other events the id of the thing.</param>
/// <param name="OrderId">The order id of its payment; null when it is not about one.</param>
/// <param name="Status">The status that it tells.</param>
/// <param name="TransmissionId">The id in its header; the same over retries and duplicates.</param>
/// <param name="Body">The JSON that is sent.</param>
/// <param name="IsForged">True when a fault made it up.</param>
/// <param name="State">What became of it.</param>
/// <param name="NextTry">When it is sent next, by the gateway's clock; null when it is not sent again.</param>
/// <param name="Tries">Each time that it was sent, oldest first; at most eight.</param>
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
