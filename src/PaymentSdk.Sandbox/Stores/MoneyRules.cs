namespace PaymentSdk.Sandbox.Stores;

/// <summary>What a method takes of money (docs/spec/payment-api.md §4), and what the buyer's bank says to it.</summary>
internal static class MoneyRules
{
    /// <summary>The code that a charge is refused with; null when it is approved.</summary>
    public static string? Refusal(PaymentChoice? choice, PaymentSession session) => (choice, session) switch
    {
        ({ ConfirmFailure: { } code }, _) => code,
        (PaymentChoice.Card, { Currency: "KRW", Amount: < 100 }) => "BELOW_MINIMUM_AMOUNT",
        (PaymentChoice.Transfer, { Currency: "KRW", Amount: < 200 }) => "BELOW_MINIMUM_AMOUNT",
        (PaymentChoice.Transfer, { Currency: "KRW", Amount: > 10_000_000 }) => "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM",
        _ => null,
    };
}
