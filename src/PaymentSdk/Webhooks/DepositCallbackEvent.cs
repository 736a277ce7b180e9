using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>
/// A webhook that reports that a virtual account was issued or canceled, or that its deposit was made or returned. It contains no payment key and
/// no amount: query the payment by order id, and check <see cref="Secret"/> with <see cref="DepositSecret"/>.
/// </summary>
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

    /// <summary>The secret that the API assigned to the payment when it was confirmed or its account was issued. Never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>The key of the transaction, at most 64 characters.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>Prints only the members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder) && Printed.More(builder, [OrderId, Status]);
}
