namespace PaymentSdk.Sandbox.Stores;

/// <summary>The terms that the shop set for one payment method when it opened a payment. They apply if the buyer pays with that method.</summary>
internal sealed record MethodTerms
{
    /// <summary>The only card company that the buyer can pay with; null for any.</summary>
    public CardCompany? Company { get; init; }

    /// <summary>The only wallet that the buyer can pay with; null for any.</summary>
    public EasyPayProvider? Wallet { get; init; }

    /// <summary>The number of monthly installments, 0 for a lump sum; null if the buyer chooses.</summary>
    public int? Installments { get; init; }

    /// <summary>The maximum number of months that the buyer can choose.</summary>
    public int MaxInstallments { get; init; } = 12;

    public bool UseCardPoint { get; init; }

    /// <summary>The instant discount of the card company.</summary>
    public decimal Discount { get; init; }

    public bool UseEscrow { get; init; }

    public decimal TaxExemptionAmount { get; init; }

    public bool CultureExpense { get; init; }

    /// <summary>The type of the cash receipt, <c>소득공제</c> or <c>지출증빙</c>; null for none.</summary>
    public string? CashReceiptType { get; init; }

    /// <summary>The time in which a virtual account accepts the deposit, in hours.</summary>
    public int ValidHours { get; init; } = 168;

    /// <summary>Returns true if the terms allow the buyer's choice.</summary>
    public bool Allow(PaymentChoice choice) => choice switch
    {
        PaymentChoice.Card card => Wallet is null && (Company is null || Company.Code == card.IssuerCode)
            && (Installments is { } months ? card.Installments == months : card.Installments <= MaxInstallments),
        PaymentChoice.EasyPay wallet => Company is null && (Wallet is null || Wallet.Code == wallet.Provider),
        _ => true,
    };
}
