namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>An amount in units of its currency.</summary>
internal sealed record AmountAnswer(string Currency, decimal Value)
{
    public static AmountAnswer Of(Money money) => new(money.Currency.Value, money.Value);
}
