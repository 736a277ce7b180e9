using System.Text;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that a billing key was deleted.</summary>
public sealed record BillingDeletedEvent : WebhookEvent
{
    internal BillingDeletedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The billing key, which can no longer be charged. Never log it.</summary>
    public required string BillingKey { get; init; }

    /// <summary>The reason; null when the API gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
