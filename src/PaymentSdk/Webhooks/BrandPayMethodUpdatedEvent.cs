using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that a BrandPay payment method was added, removed or renamed.</summary>
public sealed record BrandPayMethodUpdatedEvent : WebhookEvent
{
    internal BrandPayMethodUpdatedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The customer key of the buyer.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The key of the payment method.</summary>
    public required string MethodKey { get; init; }

    /// <summary>What happened to the payment method.</summary>
    public required BrandPayMethodStatus Status { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Status]);
}
