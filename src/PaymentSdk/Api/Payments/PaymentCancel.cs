using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One cancel of a payment.</summary>
public sealed record PaymentCancel : ApiObject
{
    /// <summary>The amount that was canceled.</summary>
    public decimal? CancelAmount { get; init; }

    /// <summary>The reason for the cancel.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The tax-free part of the canceled amount.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part of the canceled amount that is excluded from taxation.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>The amount that could still be canceled after this cancel.</summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>The part of the card's instant discount that was withdrawn by this cancel.</summary>
    public decimal? CardDiscountAmount { get; init; }

    /// <summary>The part of the transfer's instant discount that was withdrawn by this cancel.</summary>
    public decimal? TransferDiscountAmount { get; init; }

    /// <summary>The amount of wallet points and discounts that was withdrawn by this cancel.</summary>
    public decimal? EasyPayDiscountAmount { get; init; }

    /// <summary>The time at which the payment was canceled.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>The transaction key of this cancel, at most 64 characters.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The key of the cash receipt that was canceled with the payment; null when there is none.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The status of the cancel. Null, in old versions of the API, means done.</summary>
    public CancelStatus? CancelStatus { get; init; }

    /// <summary>The shop's own id of an asynchronous cancel; null for other cancels.</summary>
    public string? CancelRequestId { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CancelAmount, CancelStatus, CanceledAt, TransactionKey]);
}
