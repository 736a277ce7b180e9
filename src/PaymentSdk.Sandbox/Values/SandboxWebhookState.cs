namespace PaymentSdk.Sandbox;

/// <summary>What became of a webhook.</summary>
public enum SandboxWebhookState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>Answered with 200.</summary>
    Delivered,

    /// <summary>Not answered with 200 at the last of its tries.</summary>
    Failed,
}
