namespace PaymentSdk.Sandbox.Stores;

/// <summary>Decides which amounts a payment method accepts (docs/spec/payment-api.md §4), and whether the buyer's bank approves.</summary>
internal static class MoneyRules
{
    /// <summary>Returns the error code of a refused charge, or null if it is approved.</summary>
    public static string? Refusal(PaymentChoice? choice, PaymentSession session) => (choice, session) switch
    {
        ({ ConfirmFailure: { } code }, _) => code,
        (PaymentChoice.Card, { Currency: "KRW", Amount: < 100 }) => "BELOW_MINIMUM_AMOUNT",
        (PaymentChoice.Transfer, { Currency: "KRW", Amount: < 200 }) => "BELOW_MINIMUM_AMOUNT",
        (PaymentChoice.Transfer, { Currency: "KRW", Amount: > 10_000_000 }) => "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM",
        _ => null,
    };
}
