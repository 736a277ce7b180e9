namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>A sentence for the buyer, by language.</summary>
internal sealed record BuyerTextAnswer(string Ko, string En)
{
    public static BuyerTextAnswer Of(BuyerText text) => new(text.Korean, text.English);
}
