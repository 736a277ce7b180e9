namespace PaymentSdk.Sandbox.Stores;

/// <summary>What the shop's page asked for when it opened the payment window; fixed from then on.</summary>
internal sealed record PaymentSession
{
    public required Merchant Merchant { get; init; }

    /// <summary>Made by a control that named no shop: every shop finds it, and it belongs to the first that confirms or cancels it.</summary>
    public bool IsForAnyShop { get; init; }

    /// <summary>One of <see cref="PaymentType"/>.</summary>
    public string Type { get; init; } = PaymentType.Normal;

    /// <summary>Charged by card number: no webhook tells of it.</summary>
    public bool IsKeyIn { get; init; }

    public required string OrderId { get; init; }

    public required decimal Amount { get; init; }

    public string Currency { get; init; } = "KRW";

    public string OrderName { get; init; } = "";

    public decimal TaxFreeAmount { get; init; }

    /// <summary>The method that the page asked for (<c>CARD</c>, <c>VIRTUAL_ACCOUNT</c> …), null when the buyer chooses.</summary>
    public string? MethodHint { get; init; }

    /// <summary>Null in promise mode.</summary>
    public string? SuccessUrl { get; init; }

    /// <summary>Null in promise mode.</summary>
    public string? FailUrl { get; init; }

    /// <summary>The address of this gateway as the payment was opened at it, without a path: where its receipt is.</summary>
    public required string Base { get; init; }

    public string? CustomerKey { get; init; }

    public string? CustomerName { get; init; }

    public string? CustomerEmail { get; init; }

    public string? CustomerMobilePhone { get; init; }

    /// <summary>How long a virtual account takes deposits, in hours (docs/spec/payment-api.md §2.1: 168 unless told, at most 2160).</summary>
    public int ValidHours { get; init; } = 168;

    public bool UseEscrow { get; init; }

    /// <summary>The part of the amount that is no sale, such as a deposit for a cup: without VAT.</summary>
    public decimal TaxExemptionAmount { get; init; }

    /// <summary>What the shop asked of cards and wallets; null for nothing.</summary>
    public MethodTerms? CardTerms { get; init; }

    /// <summary>What the shop asked of transfers; null for nothing.</summary>
    public MethodTerms? TransferTerms { get; init; }

    /// <summary>What the shop asked of virtual accounts; null for nothing.</summary>
    public MethodTerms? AccountTerms { get; init; }

    public bool CultureExpense { get; init; }

    /// <summary>The cash receipt that is issued with the deposit, <c>소득공제</c> or <c>지출증빙</c>; null for none.</summary>
    public string? CashReceiptType { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>What the shop asked of the method of a choice; null for nothing.</summary>
    public MethodTerms? TermsOf(PaymentChoice choice) => choice switch
    {
        PaymentChoice.Card or PaymentChoice.EasyPay => CardTerms,
        PaymentChoice.Transfer => TransferTerms,
        PaymentChoice.VirtualAccount => AccountTerms,
        _ => null,
    };

    /// <summary>The session of a buyer who pays so: what the shop asked of that method is part of it.</summary>
    public PaymentSession PaidBy(PaymentChoice choice) => TermsOf(choice) is { } terms
        ? this with
        {
            UseEscrow = terms.UseEscrow,
            TaxExemptionAmount = terms.TaxExemptionAmount,
            CultureExpense = terms.CultureExpense,
            CashReceiptType = terms.CashReceiptType,
            ValidHours = terms.ValidHours,
        }
        : this;
}
