namespace PaymentSdk.Sandbox.Stores;

/// <summary>The payment method that the buyer chose in the window.</summary>
internal abstract record PaymentChoice
{
    private PaymentChoice()
    {
    }

    /// <summary>The error code with which the confirm of this payment is refused; null if it is approved.</summary>
    public string? ConfirmFailure { get; init; }

    /// <summary>A credit card. <paramref name="Installments"/> is 0 for a lump sum, or 2 to 12 months.</summary>
    public sealed record Card(string IssuerCode = "61", int Installments = 0) : PaymentChoice
    {
        /// <summary>The card, if its number was entered; null if it was chosen in the window.</summary>
        public CardDetails? Details { get; init; }

        /// <summary>Whether the shop pays the interest of the installments.</summary>
        public bool IsInterestFree { get; init; }

        public bool UseCardPoint { get; init; }

        /// <summary>The instant discount of the card company.</summary>
        public decimal Discount { get; init; }
    }

    /// <summary>A wallet. A payment with a stored card also has the card's data (docs/spec/payment-api.md §3.5).</summary>
    public sealed record EasyPay(string Provider = "TOSSPAY", bool WithStoredCard = false) : PaymentChoice;

    /// <summary>A foreign wallet, which decides cancels later.</summary>
    public sealed record ForeignEasyPay(string Provider = "ALIPAY") : PaymentChoice;

    /// <summary>A transfer from the buyer's bank account.</summary>
    public sealed record Transfer(string BankCode = "88") : PaymentChoice;

    /// <summary>An account number that is issued for this payment. The buyer pays into the account later.</summary>
    public sealed record VirtualAccount(string BankCode = "20") : PaymentChoice
    {
        /// <summary>The number of an account that the same customer always uses; null for a new account.</summary>
        public string? FixedNumber { get; init; }
    }

    /// <summary>A payment on the buyer's phone bill.</summary>
    public sealed record MobilePhone : PaymentChoice;

    /// <summary>The name of the method in the script; null for a method that no window of this gateway offers.</summary>
    public string? WindowMethod => this switch
    {
        Card => "CARD",
        EasyPay => "EASY_PAY",
        Transfer => "TRANSFER",
        VirtualAccount => "VIRTUAL_ACCOUNT",
        _ => null,
    };

    /// <summary>
    /// Returns the choice for the name of a method in any spelling (<c>EASY_PAY</c>, <c>easyPay</c>), or null if the name is not known.
    /// </summary>
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
