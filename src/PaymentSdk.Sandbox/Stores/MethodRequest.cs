namespace PaymentSdk.Sandbox.Stores;

/// <summary>The options of one payment method as the request states them. <see cref="Read"/> checks them.</summary>
internal sealed record MethodRequest
{
    private const decimal _leastForInstallments = 50_000;

    public string? CardCompany { get; init; }

    public string? EasyPay { get; init; }

    public int? CardInstallmentPlan { get; init; }

    public int? MaxCardInstallmentPlan { get; init; }

    public bool UseCardPoint { get; init; }

    public string? DiscountCode { get; init; }

    public decimal TaxExemptionAmount { get; init; }

    public bool UseEscrow { get; init; }

    public bool CultureExpense { get; init; }

    public string? CashReceiptType { get; init; }

    public int? ValidHours { get; init; }

    /// <summary>Returns the terms that the options define.</summary>
    /// <param name="session">The session with the rest of the request.</param>
    /// <exception cref="MethodRequestException">An option is not possible. The message names the member.</exception>
    public MethodTerms Read(PaymentSession session)
    {
        if (Fault(session) is var (code, message))
            throw new MethodRequestException(code, message);
        return new MethodTerms
        {
            Company = CardCompany is null ? null : Stores.CardCompany.Find(CardCompany),
            Wallet = EasyPay is null ? null : EasyPayProvider.Find(EasyPay),
            Installments = CardInstallmentPlan,
            MaxInstallments = MaxCardInstallmentPlan ?? 12,
            UseCardPoint = UseCardPoint,
            Discount = DiscountCode is null ? 0 : CardDiscount.Amount,
            UseEscrow = UseEscrow,
            TaxExemptionAmount = Money.Plain(TaxExemptionAmount),
            CultureExpense = CultureExpense,
            CashReceiptType = CashReceiptType == "미발행" ? null : CashReceiptType,
            ValidHours = ValidHours ?? session.ValidHours,
        };
    }

    private (string Code, string Message)? Fault(PaymentSession session) => this switch
    {
        { CardCompany: { } company } when Stores.CardCompany.Find(company) is null
            => ("INVALID_CARD_COMPANY", $"cardCompany '{company}' is not a card company: give its number, Korean or English name, such as 61, 현대 or HYUNDAI."),
        { EasyPay: { } wallet } when EasyPayProvider.Find(wallet) is null
            => ("INVALID_EASY_PAY", $"easyPay '{wallet}' is not a wallet that the sandbox supports: give its Korean or English name, such as 네이버페이 or NAVERPAY."),
        { CardCompany: not null, EasyPay: not null } => ("INVALID_PARAMETERS", "cardCompany and easyPay exclude each other: give one of them."),
        { CardInstallmentPlan: not null, MaxCardInstallmentPlan: not null }
            => ("INVALID_CARD_INSTALLMENT_PLANS_WITH_MAX_AND_SINGLE", "cardInstallmentPlan and maxCardInstallmentPlan exclude each other: give one of them."),
        { CardInstallmentPlan: < 0 or 1 or > 12 } => ("INVALID_CARD_INSTALLMENT_PLAN", "cardInstallmentPlan must be 0 or 2 to 12 months."),
        { MaxCardInstallmentPlan: < 0 or 1 or > 12 } => ("EXCEED_MAX_CARD_INSTALLMENT_PLAN", "maxCardInstallmentPlan must be 0 or 2 to 12 months."),
        { CardInstallmentPlan: > 0 } when session is not { Currency: "KRW", Amount: >= _leastForInstallments }
            => ("NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT", "cardInstallmentPlan needs an amount of at least 50,000 KRW."),
        { DiscountCode: { } code } when code != CardDiscount.Code || CardCompany is null || Stores.CardCompany.Find(CardCompany)?.Code != CardDiscount.CompanyCode || !CardDiscount.Covers(session)
            => ("INVALID_PARAMETERS", $"discountCode '{code}' is not valid for this payment. The sandbox supports {CardDiscount.Code}: cardCompany {CardDiscount.CompanyCode}, 30,000 to 1,000,000 KRW (GET /v1/promotions)."),
        _ when TaxExemptionAmount < 0 || TaxExemptionAmount + session.TaxFreeAmount > session.Amount
            => ("INVALID_PARAMETERS", "taxExemptionAmount must be 0 or more, and the sum of taxExemptionAmount and taxFreeAmount must not exceed the amount."),
        { CashReceiptType: not (null or "소득공제" or "지출증빙" or "미발행") }
            => ("INVALID_CASH_RECEIPT_INFO", $"cashReceipt.type must be 소득공제, 지출증빙 or 미발행, not '{CashReceiptType}'."),
        { ValidHours: < 1 or > 2160 } => ("EXCEED_MAX_DUE_DATE", "validHours must be between 1 and 2160."),
        _ => null,
    };
}

/// <summary>An option that was requested for a payment method is not possible.</summary>
internal sealed class MethodRequestException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
