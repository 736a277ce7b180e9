using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A seller moved in its review. Signed: verify the raw body before believing it.</summary>
public sealed record SellerChangedEvent : WebhookEvent
{
    internal SellerChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The seller.</summary>
    public required Seller Seller { get; init; }

    /// <summary>The id of this event, the same over retries.</summary>
    public string? EventId { get; init; }

    /// <summary>The version of the API that wrote it.</summary>
    public string? Version { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Seller, EventId]);
}
