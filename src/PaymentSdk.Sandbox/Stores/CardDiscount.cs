namespace PaymentSdk.Sandbox.Stores;

/// <summary>The only instant discount for cards in this gateway. The list of promotions includes it.</summary>
internal static class CardDiscount
{
    public const string Code = "SANDBOX_DISCOUNT";
    public const string CompanyCode = "61";
    public const decimal Amount = 1_000;
    public const decimal Least = 30_000;
    public const decimal Most = 1_000_000;

    public static bool Covers(PaymentSession session) => session is { Currency: "KRW", Amount: >= Least and <= Most };
}
