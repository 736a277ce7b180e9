using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A payment as the API shows it. Only what every answer carries is required.</summary>
public sealed record Payment : ApiObject
{
    /// <summary>The gateway's key of this payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id it was requested under.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The amount asked, in units of <see cref="Currency"/>; never changes after approval.</summary>
    public required decimal TotalAmount { get; init; }

    /// <summary>The version of the API that answers, e.g. <c>2022-11-16</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Window, billing or BrandPay.</summary>
    public PaymentType? Type { get; init; }

    /// <summary>What was bought; empty on an expired payment.</summary>
    public string? OrderName { get; init; }

    /// <summary>The provider's id of the shop.</summary>
    public string? MId { get; init; }

    /// <summary>The currency; KRW when the answer names none.</summary>
    public Currency Currency { get; init; }

    /// <summary>How it was paid; null before and on an expired payment.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>What can still be cancelled. "Fully cancelled" is 0 here, whatever the status says.</summary>
    public decimal? BalanceAmount { get; init; }

    /// <summary>When the payment was begun.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Whether it is held in escrow.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The key of the last transaction. Versions before 2022-11-16 call it <c>transactionKey</c>; it is found here too.</summary>
    public string? LastTransactionKey { get; init; }

    /// <summary>The same key under its old name.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The amount without VAT.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT.</summary>
    public decimal? Vat { get; init; }

    /// <summary>Whether it counts as a culture expense.</summary>
    public bool? CultureExpense { get; init; }

    /// <summary>The tax-free part.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part without tax.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>Its cancels; null when there are none.</summary>
    public IReadOnlyList<PaymentCancel>? Cancels { get; init; }

    /// <summary>Whether it can be cancelled in part.</summary>
    public bool? IsPartialCancelable { get; init; }

    /// <summary>The card.</summary>
    public PaymentCard? Card { get; init; }

    /// <summary>The virtual account.</summary>
    public PaymentVirtualAccount? VirtualAccount { get; init; }

    /// <summary>The secret that deposit webhooks repeat. Never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>The phone bill.</summary>
    public PaymentMobilePhone? MobilePhone { get; init; }

    /// <summary>The gift certificate.</summary>
    public PaymentGiftCertificate? GiftCertificate { get; init; }

    /// <summary>The bank transfer.</summary>
    public PaymentTransfer? Transfer { get; init; }

    /// <summary>The shop's own pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>The receipt.</summary>
    public PaymentReceipt? Receipt { get; init; }

    /// <summary>The payment page.</summary>
    public PaymentCheckout? Checkout { get; init; }

    /// <summary>The wallet.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>What the wallet paid.</summary>
    public decimal? EasyPayAmount { get; init; }

    /// <summary>What points and coupons paid.</summary>
    public decimal? EasyPayDiscountAmount { get; init; }

    /// <summary>A foreign wallet, in old versions.</summary>
    public PaymentForeignEasyPay? ForeignEasyPay { get; init; }

    /// <summary>The country, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>Why it failed, when it was aborted or expired.</summary>
    public PaymentFailure? Failure { get; init; }

    /// <summary>The cash receipt.</summary>
    public PaymentCashReceipt? CashReceipt { get; init; }

    /// <summary>The history of cash receipts.</summary>
    public IReadOnlyList<PaymentCashReceiptEntry>? CashReceipts { get; init; }

    /// <summary>The instant discount of the card or transfer.</summary>
    public PaymentDiscount? Discount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Status, TotalAmount, Currency, Method]);
}
