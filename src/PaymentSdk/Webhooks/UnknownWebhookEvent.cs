using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook of a known form whose type this version of the SDK does not read; <see cref="WebhookEvent.Raw"/> has all of it.</summary>
public sealed record UnknownWebhookEvent : WebhookEvent
{
    internal UnknownWebhookEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The id of this event, when its form has one.</summary>
    public string? EventId { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [EventId]);
}
