using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A payment as the API returns it. Only the members that every answer contains are required.</summary>
public sealed record Payment : ApiObject
{
    /// <summary>The gateway's key of this payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id under which the payment was requested.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The status of the payment.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The requested amount, in units of <see cref="Currency"/>. It never changes after approval.</summary>
    public required decimal TotalAmount { get; init; }

    /// <summary>The version of the API that answered, e.g. <c>2022-11-16</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The type of the payment: one-off, by billing key or with BrandPay.</summary>
    public PaymentType? Type { get; init; }

    /// <summary>The name of the order; empty for an expired payment.</summary>
    public string? OrderName { get; init; }

    /// <summary>The id of the shop at the gateway (merchant id).</summary>
    public string? MId { get; init; }

    /// <summary>The currency; KRW when the answer does not contain one.</summary>
    public Currency Currency { get; init; }

    /// <summary>The payment method; null until the buyer has chosen one, and for an expired payment.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The amount that can still be canceled. A payment is fully canceled when this is 0, whatever its status.</summary>
    public decimal? BalanceAmount { get; init; }

    /// <summary>The time at which the payment was requested.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The time at which the payment was approved; null until then.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Whether the payment is held in escrow.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The key of the last transaction. Also filled from <c>transactionKey</c>, its name in API versions before 2022-11-16.</summary>
    public string? LastTransactionKey { get; init; }

    /// <summary>The key of the last transaction under its old name; use <see cref="LastTransactionKey"/>.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The amount without VAT.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT of the payment.</summary>
    public decimal? Vat { get; init; }

    /// <summary>Whether the payment counts as a culture expense.</summary>
    public bool? CultureExpense { get; init; }

    /// <summary>The tax-free part of the amount.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part of the amount that is excluded from taxation.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>The cancels of the payment; null when there are none.</summary>
    public IReadOnlyList<PaymentCancel>? Cancels { get; init; }

    /// <summary>Whether the payment can be canceled in part.</summary>
    public bool? IsPartialCancelable { get; init; }

    /// <summary>The details of a card payment; null for other methods.</summary>
    public PaymentCard? Card { get; init; }

    /// <summary>The details of a virtual account; null for other methods.</summary>
    public PaymentVirtualAccount? VirtualAccount { get; init; }

    /// <summary>The secret that each deposit webhook of this payment repeats. Never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>The details of a payment by phone bill; null for other methods.</summary>
    public PaymentMobilePhone? MobilePhone { get; init; }

    /// <summary>The details of a payment by gift certificate; null for other methods.</summary>
    public PaymentGiftCertificate? GiftCertificate { get; init; }

    /// <summary>The details of a bank transfer; null for other methods.</summary>
    public PaymentTransfer? Transfer { get; init; }

    /// <summary>The shop's own key-value pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>The receipt of the payment.</summary>
    public PaymentReceipt? Receipt { get; init; }

    /// <summary>The page on which the buyer pays.</summary>
    public PaymentCheckout? Checkout { get; init; }

    /// <summary>The details of a payment by wallet; null for other methods.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>The amount that was paid with wallet money or an account linked to the wallet.</summary>
    public decimal? EasyPayAmount { get; init; }

    /// <summary>The amount that was paid with points and coupons of the wallet.</summary>
    public decimal? EasyPayDiscountAmount { get; init; }

    /// <summary>The foreign wallet, in old versions of the API.</summary>
    public PaymentForeignEasyPay? ForeignEasyPay { get; init; }

    /// <summary>The country of the payment, as a two-letter code.</summary>
    public string? Country { get; init; }

    /// <summary>The reason for the failure; null unless the payment was aborted or has expired.</summary>
    public PaymentFailure? Failure { get; init; }

    /// <summary>The cash receipt of the payment.</summary>
    public PaymentCashReceipt? CashReceipt { get; init; }

    /// <summary>The history of the payment's cash receipts.</summary>
    public IReadOnlyList<PaymentCashReceiptEntry>? CashReceipts { get; init; }

    /// <summary>The instant discount that the card company or the bank granted.</summary>
    public PaymentDiscount? Discount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Status, TotalAmount, Currency, Method]);
}
