using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The settlement of one transaction: its amount, its fees, and when it is paid out. Settlements exist only for live keys.</summary>
public sealed record MerchantSettlement : ApiObject
{
    /// <summary>The id of the shop at the gateway (merchant id).</summary>
    public string? MId { get; init; }

    /// <summary>The key of the payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The key of the transaction; null in rows that do not contain one.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The order id of the payment.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The currency; KRW when the answer does not contain one.</summary>
    public Currency Currency { get; init; }

    /// <summary>The payment method.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The amount of the transaction.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The fee for the interest of installments.</summary>
    public decimal? InterestFee { get; init; }

    /// <summary>The sum of the fees: <see cref="Amount"/> minus <see cref="PayOutAmount"/>.</summary>
    public decimal? Fee { get; init; }

    /// <summary>The fees, one row per kind; null when the answer does not list them.</summary>
    public IReadOnlyList<SettlementFee>? Fees { get; init; }

    /// <summary>The fees without VAT. Also filled from <c>suppliedAmount</c>, its name in some versions of the API.</summary>
    public decimal? SupplyAmount { get; init; }

    /// <summary>The fees without VAT under their other name; use <see cref="SupplyAmount"/>.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT of the fees.</summary>
    public decimal? Vat { get; init; }

    /// <summary>The amount that is paid out.</summary>
    public decimal? PayOutAmount { get; init; }

    /// <summary>The time at which the payment was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The day on which the payment was acquired.</summary>
    public DateOnly? SoldDate { get; init; }

    /// <summary>The day on which the amount is paid out.</summary>
    public DateOnly? PaidOutDate { get; init; }

    /// <summary>The details of a card payment; null for other methods.</summary>
    public PaymentCard? Card { get; init; }

    /// <summary>The details of a payment by wallet; null for other methods.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>The details of a payment by gift certificate; null for other methods.</summary>
    public PaymentGiftCertificate? GiftCertificate { get; init; }

    /// <summary>The details of a payment by phone bill; null for other methods.</summary>
    public PaymentMobilePhone? MobilePhone { get; init; }

    /// <summary>The details of a bank transfer; null for other methods.</summary>
    public PaymentTransfer? Transfer { get; init; }

    /// <summary>The details of a virtual account; null for other methods.</summary>
    public PaymentVirtualAccount? VirtualAccount { get; init; }

    /// <summary>The cancel that the row settles; null when the row settles a payment.</summary>
    public PaymentCancel? Cancel { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [TransactionKey, OrderId, Amount, PayOutAmount, SoldDate, PaidOutDate]);
}
