namespace PaymentSdk.Sandbox;

/// <summary>The state of a webhook's delivery.</summary>
public enum SandboxWebhookState
{
    /// <summary>The webhook will be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The shop answered with 200.</summary>
    Delivered,

    /// <summary>All tries have failed: none was answered with 200.</summary>
    Failed,
}
