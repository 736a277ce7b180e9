namespace PaymentSdk.Sandbox;

/// <summary>One time that a webhook was sent.</summary>
/// <param name="At">When, by the gateway's clock.</param>
/// <param name="Status">The HTTP status of the answer; only 200 counts as delivered. Null when none came within 10 seconds.</param>
/// <param name="Fault">Why there was no answer; null when there was one.</param>
public sealed record SandboxWebhookTry(DateTimeOffset At, int? Status, string? Fault);
