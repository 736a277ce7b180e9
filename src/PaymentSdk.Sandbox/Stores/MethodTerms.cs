namespace PaymentSdk.Sandbox.Stores;

/// <summary>What the shop asked of one method when it opened a payment: it holds when the buyer pays by it.</summary>
internal sealed record MethodTerms
{
    /// <summary>The only card company that may be paid with; null for any.</summary>
    public CardCompany? Company { get; init; }

    /// <summary>The only wallet that may be paid with; null for any.</summary>
    public EasyPayProvider? Wallet { get; init; }

    /// <summary>The months of installments, 0 for a lump sum; null when the buyer chooses.</summary>
    public int? Installments { get; init; }

    /// <summary>The most months that the buyer may choose.</summary>
    public int MaxInstallments { get; init; } = 12;

    public bool UseCardPoint { get; init; }

    /// <summary>What the card company takes off at once.</summary>
    public decimal Discount { get; init; }

    public bool UseEscrow { get; init; }

    public decimal TaxExemptionAmount { get; init; }

    public bool CultureExpense { get; init; }

    /// <summary><c>소득공제</c> or <c>지출증빙</c>; null for none.</summary>
    public string? CashReceiptType { get; init; }

    /// <summary>How long a virtual account takes deposits, in hours.</summary>
    public int ValidHours { get; init; } = 168;

    /// <summary>Whether the buyer may choose so.</summary>
    public bool Allow(PaymentChoice choice) => choice switch
    {
        PaymentChoice.Card card => Wallet is null && (Company is null || Company.Code == card.IssuerCode)
            && (Installments is { } months ? card.Installments == months : card.Installments <= MaxInstallments),
        PaymentChoice.EasyPay wallet => Company is null && (Wallet is null || Wallet.Code == wallet.Provider),
        _ => true,
    };
}
