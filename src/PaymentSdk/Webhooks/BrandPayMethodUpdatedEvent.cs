using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A BrandPay method was added, removed or renamed.</summary>
public sealed record BrandPayMethodUpdatedEvent : WebhookEvent
{
    internal BrandPayMethodUpdatedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The buyer's key.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The method.</summary>
    public required string MethodKey { get; init; }

    /// <summary>What happened.</summary>
    public required BrandPayMethodStatus Status { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Status]);
}
