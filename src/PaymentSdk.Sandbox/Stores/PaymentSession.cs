namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The values with which the shop's page opened the payment window. They do not change later, except for the terms of the method that the buyer
/// chooses.
/// </summary>
internal sealed record PaymentSession
{
    public required Merchant Merchant { get; init; }

    /// <summary>
    /// Whether a control created the payment without naming a shop. In that case, every shop can access it, and it belongs to the first shop that
    /// confirms or cancels it.
    /// </summary>
    public bool IsForAnyShop { get; init; }

    /// <summary>One of <see cref="PaymentType"/>.</summary>
    public string Type { get; init; } = PaymentType.Normal;

    /// <summary>Whether the payment is a charge by card number, for which no webhook is sent.</summary>
    public bool IsKeyIn { get; init; }

    public required string OrderId { get; init; }

    public required decimal Amount { get; init; }

    public string Currency { get; init; } = "KRW";

    public string OrderName { get; init; } = "";

    public decimal TaxFreeAmount { get; init; }

    /// <summary>The method that the page requested (<c>CARD</c>, <c>VIRTUAL_ACCOUNT</c> …); null if the buyer chooses.</summary>
    public string? MethodHint { get; init; }

    /// <summary>The URL for a successful payment; null in promise mode.</summary>
    public string? SuccessUrl { get; init; }

    /// <summary>The URL for a failed payment; null in promise mode.</summary>
    public string? FailUrl { get; init; }

    /// <summary>The base URL of the gateway when the payment was opened, without a path. The receipt is under this URL.</summary>
    public required string Base { get; init; }

    public string? CustomerKey { get; init; }

    public string? CustomerName { get; init; }

    public string? CustomerEmail { get; init; }

    public string? CustomerMobilePhone { get; init; }

    /// <summary>
    /// The time in which a virtual account accepts the deposit, in hours: 168 by default, at most 2160 (docs/spec/payment-api.md §2.1).
    /// </summary>
    public int ValidHours { get; init; } = 168;

    public bool UseEscrow { get; init; }

    /// <summary>The tax-exempt part of the amount, such as a deposit for a cup. It carries no VAT.</summary>
    public decimal TaxExemptionAmount { get; init; }

    /// <summary>The shop's terms for cards and wallets; null for none.</summary>
    public MethodTerms? CardTerms { get; init; }

    /// <summary>The shop's terms for transfers; null for none.</summary>
    public MethodTerms? TransferTerms { get; init; }

    /// <summary>The shop's terms for virtual accounts; null for none.</summary>
    public MethodTerms? AccountTerms { get; init; }

    public bool CultureExpense { get; init; }

    /// <summary>The type of the cash receipt that is issued with the deposit, <c>소득공제</c> or <c>지출증빙</c>; null for none.</summary>
    public string? CashReceiptType { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Returns the shop's terms for the chosen method; null for none.</summary>
    public MethodTerms? TermsOf(PaymentChoice choice) => choice switch
    {
        PaymentChoice.Card or PaymentChoice.EasyPay => CardTerms,
        PaymentChoice.Transfer => TransferTerms,
        PaymentChoice.VirtualAccount => AccountTerms,
        _ => null,
    };

    /// <summary>Returns the session with the shop's terms for the method that the buyer chose.</summary>
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
