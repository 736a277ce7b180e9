using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that a payout was completed or failed. It is signed: verify the raw body before relying on it.</summary>
public sealed record PayoutChangedEvent : WebhookEvent
{
    internal PayoutChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The payout.</summary>
    public required Payout Payout { get; init; }

    /// <summary>The id of the event, which is the same in every retry.</summary>
    public string? EventId { get; init; }

    /// <summary>The version of the API that wrote the event.</summary>
    public string? Version { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Payout, EventId]);
}
