namespace PaymentSdk.Sandbox.Stores;

/// <summary>The one instant discount of a card that this gateway plays; the promotions list it.</summary>
internal static class CardDiscount
{
    public const string Code = "SANDBOX_DISCOUNT";
    public const string CompanyCode = "61";
    public const decimal Amount = 1_000;
    public const decimal Least = 30_000;
    public const decimal Most = 1_000_000;

    public static bool Covers(PaymentSession session) => session is { Currency: "KRW", Amount: >= Least and <= Most };
}
