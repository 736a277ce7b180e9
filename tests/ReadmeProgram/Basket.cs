using PaymentSdk;

/// <summary>What the README's shop sells: the part that every shop writes for itself.</summary>
internal sealed record Basket(int Boxes);

internal static class Prices
{
    public static Money Of(Basket basket) => Money.Krw(15_000m * basket.Boxes);
}
