namespace PaymentSdk.Sandbox;

/// <summary>One try to deliver a webhook.</summary>
/// <param name="At">The time of the try, by the gateway's clock.</param>
/// <param name="Status">The HTTP status of the answer; only 200 counts as delivered. Null if there was no answer within 10 seconds.</param>
/// <param name="Fault">The reason why there was no answer; null if there was one.</param>
public sealed record SandboxWebhookTry(DateTimeOffset At, int? Status, string? Fault);
