namespace PaymentSdk.Sandbox.Stores;

/// <summary>How the buyer chose to pay in the window.</summary>
internal abstract record PaymentChoice
{
    private PaymentChoice()
    {
    }

    /// <summary>The error code that the confirm of this payment will be refused with; null when it is approved.</summary>
    public string? ConfirmFailure { get; init; }

    /// <summary>A credit card. <paramref name="Installments"/>: 0 is a lump sum, else 2 to 12 months.</summary>
    public sealed record Card(string IssuerCode = "61", int Installments = 0) : PaymentChoice
    {
        /// <summary>The card, when it was given by its number and not chosen in the window.</summary>
        public CardDetails? Details { get; init; }

        /// <summary>The shop pays the interest of the installments.</summary>
        public bool IsInterestFree { get; init; }

        public bool UseCardPoint { get; init; }

        /// <summary>What the card company takes off at once.</summary>
        public decimal Discount { get; init; }
    }

    /// <summary>A wallet. With a stored card the payment carries the card too (docs/spec/payment-api.md §3.5).</summary>
    public sealed record EasyPay(string Provider = "TOSSPAY", bool WithStoredCard = false) : PaymentChoice;

    /// <summary>A wallet abroad, whose cancels are decided later.</summary>
    public sealed record ForeignEasyPay(string Provider = "ALIPAY") : PaymentChoice;

    /// <summary>A transfer from the buyer's bank account.</summary>
    public sealed record Transfer(string BankCode = "88") : PaymentChoice;

    /// <summary>An account number made for this payment, to which the buyer pays later.</summary>
    public sealed record VirtualAccount(string BankCode = "20") : PaymentChoice
    {
        /// <summary>The number of an account that is the same customer's each time; null for a new one.</summary>
        public string? FixedNumber { get; init; }
    }

    /// <summary>On the buyer's phone bill.</summary>
    public sealed record MobilePhone : PaymentChoice;

    /// <summary>The method as the script names it; null for one that no window of this gateway offers.</summary>
    public string? WindowMethod => this switch
    {
        Card => "CARD",
        EasyPay => "EASY_PAY",
        Transfer => "TRANSFER",
        VirtualAccount => "VIRTUAL_ACCOUNT",
        _ => null,
    };

    /// <summary>The choice that a method word stands for, in any spelling (<c>EASY_PAY</c>, <c>easyPay</c>); null when it is not known.</summary>
    public static PaymentChoice? FromMethod(string method) =>
        method.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "CARD" or "카드" => new Card(),
            "EASYPAY" or "간편결제" => new EasyPay(),
            "FOREIGNEASYPAY" or "해외간편결제" => new ForeignEasyPay(),
            "TRANSFER" or "계좌이체" => new Transfer(),
            "VIRTUALACCOUNT" or "가상계좌" => new VirtualAccount(),
            "MOBILEPHONE" or "휴대폰" => new MobilePhone(),
            _ => null,
        };
}
