using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A cancel of an asynchronous foreign payment ended.</summary>
public sealed record CancelStatusChangedEvent : WebhookEvent
{
    internal CancelStatusChangedEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The cancel.</summary>
    public required PaymentCancel Cancel { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [Cancel]);
}
