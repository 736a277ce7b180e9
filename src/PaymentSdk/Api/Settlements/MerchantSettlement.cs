using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What one transaction is worth to the shop, and when it is paid out. Only live keys have any.</summary>
public sealed record MerchantSettlement : ApiObject
{
    /// <summary>The provider's id of the shop.</summary>
    public string? MId { get; init; }

    /// <summary>The payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The transaction; null in rows that name none.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The currency; KRW when the answer names none.</summary>
    public Currency Currency { get; init; }

    /// <summary>How it was paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The amount of the transaction.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Interest of instalments.</summary>
    public decimal? InterestFee { get; init; }

    /// <summary>The fees together: <see cref="Amount"/> without <see cref="PayOutAmount"/>.</summary>
    public decimal? Fee { get; init; }

    /// <summary>The fees, one row per kind; null in rows that do not list them.</summary>
    public IReadOnlyList<SettlementFee>? Fees { get; init; }

    /// <summary>The fees without VAT. Some versions call it <c>suppliedAmount</c>; it is found here too.</summary>
    public decimal? SupplyAmount { get; init; }

    /// <summary>The same under its other name.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT of the fees.</summary>
    public decimal? Vat { get; init; }

    /// <summary>What is paid out.</summary>
    public decimal? PayOutAmount { get; init; }

    /// <summary>When the payment was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The day it was acquired.</summary>
    public DateOnly? SoldDate { get; init; }

    /// <summary>The day it is paid out.</summary>
    public DateOnly? PaidOutDate { get; init; }

    /// <summary>The card.</summary>
    public PaymentCard? Card { get; init; }

    /// <summary>The wallet.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>The gift certificate.</summary>
    public PaymentGiftCertificate? GiftCertificate { get; init; }

    /// <summary>The phone bill.</summary>
    public PaymentMobilePhone? MobilePhone { get; init; }

    /// <summary>The transfer.</summary>
    public PaymentTransfer? Transfer { get; init; }

    /// <summary>The virtual account.</summary>
    public PaymentVirtualAccount? VirtualAccount { get; init; }

    /// <summary>The cancel, when the row is one.</summary>
    public PaymentCancel? Cancel { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [TransactionKey, OrderId, Amount, PayOutAmount, SoldDate, PaidOutDate]);
}
