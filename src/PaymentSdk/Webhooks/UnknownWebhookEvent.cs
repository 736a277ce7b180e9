using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>
/// A webhook of a known form whose type this version of the SDK does not know. <see cref="WebhookEvent.Raw"/> contains the whole body.
/// </summary>
public sealed record UnknownWebhookEvent : WebhookEvent
{
    internal UnknownWebhookEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The id of the event; null when this form of webhook has no id.</summary>
    public string? EventId { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [EventId]);
}
