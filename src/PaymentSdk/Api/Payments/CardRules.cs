using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>
/// The rules for card data that a buyer gave to the shop (docs/spec/payment-api.md §2.1, §2.2). No exception message contains a value.
/// </summary>
internal static class CardRules
{
    public static void Card(string cardNumber, string cardExpirationYear, string cardExpirationMonth)
    {
        Rule.Digits(cardNumber, 1, 20, "CardNumber");
        Rule.Digits(cardExpirationYear, 2, 2, "CardExpirationYear");
        Rule.Digits(cardExpirationMonth, 2, 2, "CardExpirationMonth");
        if (cardExpirationMonth is "00" || string.CompareOrdinal(cardExpirationMonth, "12") > 0)
            throw new ArgumentException("CardExpirationMonth must be 01 to 12.", nameof(cardExpirationMonth));
    }

    public static void Owner(string customerIdentityNumber, string? cardPassword)
    {
        if (customerIdentityNumber is not { Length: 6 or 10 } || customerIdentityNumber.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("CustomerIdentityNumber must be a birth date of 6 digits or a business number of 10 digits.", nameof(customerIdentityNumber));
        if (cardPassword is not null)
            Rule.Digits(cardPassword, 2, 2, "CardPassword");
    }

    public static void Verification(CardVerification? verification)
    {
        Rule.Sendable(verification?.Cavv, "Vbv.Cavv");
        Rule.Sendable(verification?.Xid, "Vbv.Xid");
        Rule.Sendable(verification?.Eci, "Vbv.Eci");
    }

    /// <summary>Checks the number of installments. 0 is a lump sum; a single installment does not exist.</summary>
    public static void Installments(int? cardInstallmentPlan)
    {
        if (cardInstallmentPlan is not (null or 0 or (>= 2 and <= 12)))
            throw new ArgumentOutOfRangeException(nameof(cardInstallmentPlan), cardInstallmentPlan, "CardInstallmentPlan must be 0 or 2 to 12.");
    }
}
