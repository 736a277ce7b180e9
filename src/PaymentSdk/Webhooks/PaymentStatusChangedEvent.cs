using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>
/// A webhook that reports that the status of a payment changed. It is not signed: query the payment by its key before relying on it.
/// </summary>
public sealed record PaymentStatusChangedEvent : WebhookEvent
{
    internal PaymentStatusChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The payment as the sender describes it.</summary>
    public required Payment Payment { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Payment]);
}
