using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One cancel of a payment.</summary>
public sealed record PaymentCancel : ApiObject
{
    /// <summary>How much was cancelled.</summary>
    public decimal? CancelAmount { get; init; }

    /// <summary>Why.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The tax-free part.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part without tax.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>What could still be cancelled after it.</summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>Card discount taken back.</summary>
    public decimal? CardDiscountAmount { get; init; }

    /// <summary>Transfer discount taken back.</summary>
    public decimal? TransferDiscountAmount { get; init; }

    /// <summary>Wallet points and discounts taken back.</summary>
    public decimal? EasyPayDiscountAmount { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>The key of this cancel, at most 64 characters.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The key of the cash receipt that was taken back.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>How far it is; null in old versions means done.</summary>
    public CancelStatus? CancelStatus { get; init; }

    /// <summary>The shop's id of an asynchronous cancel.</summary>
    public string? CancelRequestId { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CancelAmount, CancelStatus, CanceledAt, TransactionKey]);
}
