using System.Text;

namespace PaymentSdk.Webhooks;

/// <summary>A billing key was deleted.</summary>
public sealed record BillingDeletedEvent : WebhookEvent
{
    internal BillingDeletedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The key that can no longer charge. Never log it.</summary>
    public required string BillingKey { get; init; }

    /// <summary>Why; null when the API does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
