using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that the review status of a seller changed. It is signed: verify the raw body before relying on it.</summary>
public sealed record SellerChangedEvent : WebhookEvent
{
    internal SellerChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The seller.</summary>
    public required Seller Seller { get; init; }

    /// <summary>The id of the event, which is the same in every retry.</summary>
    public string? EventId { get; init; }

    /// <summary>The version of the API that wrote the event.</summary>
    public string? Version { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Seller, EventId]);
}
