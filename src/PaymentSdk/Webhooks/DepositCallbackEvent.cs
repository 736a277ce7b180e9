using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>A virtual account was issued, paid, reversed or cancelled. It names no payment key and no amount: query by order id, and compare <see cref="Secret"/> by <see cref="DepositSecret"/>.</summary>
public sealed record DepositCallbackEvent : WebhookEvent
{
    internal DepositCallbackEvent(WebhookHead head)
        : base(head)
    {
    }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The status of the payment.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The secret that the payment was given when it was confirmed or issued. Never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>The key of the transaction, at most 64 characters.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [OrderId, Status]);
}
