using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that a BrandPay customer joined, left or changed.</summary>
public sealed record BrandPayCustomerChangedEvent : WebhookEvent
{
    internal BrandPayCustomerChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The customer key of the buyer.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>What happened to the customer.</summary>
    public required BrandPayCustomerStatus Status { get; init; }

    /// <summary>When the change happened.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Status, ChangedAt]);
}
