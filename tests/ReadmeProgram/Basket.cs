using PaymentSdk;

/// <summary>What a buyer orders in the README's shop. Every shop has its own type for this.</summary>
internal sealed record Basket(int Boxes);

internal static class Prices
{
    public static Money Of(Basket basket) => Money.Krw(15_000m * basket.Boxes);
}
