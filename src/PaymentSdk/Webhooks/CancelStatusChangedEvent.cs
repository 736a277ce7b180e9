using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A webhook that reports that a cancel of an asynchronous foreign payment ended.</summary>
public sealed record CancelStatusChangedEvent : WebhookEvent
{
    internal CancelStatusChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The cancel.</summary>
    public required PaymentCancel Cancel { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Cancel]);
}
