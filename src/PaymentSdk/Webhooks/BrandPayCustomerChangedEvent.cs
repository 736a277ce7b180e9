using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A BrandPay customer joined, left or changed.</summary>
public sealed record BrandPayCustomerChangedEvent : WebhookEvent
{
    internal BrandPayCustomerChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The buyer's key.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>What happened.</summary>
    public required BrandPayCustomerStatus Status { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Status, ChangedAt]);
}
