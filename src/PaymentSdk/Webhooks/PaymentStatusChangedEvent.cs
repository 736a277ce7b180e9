using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A payment changed its status. Unsigned: query the payment by its key before believing it.</summary>
public sealed record PaymentStatusChangedEvent : WebhookEvent
{
    internal PaymentStatusChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The payment as the sender says it is.</summary>
    public required Payment Payment { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Payment]);
}
