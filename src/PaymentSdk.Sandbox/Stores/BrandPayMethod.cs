namespace PaymentSdk.Sandbox.Stores;

/// <summary>A card or bank account that a BrandPay customer registered (docs/spec/payment-api.md §3.11).</summary>
internal sealed record BrandPayMethod(string Id, string MethodKey, bool IsCard, DateTimeOffset RegisteredAt)
{
    public bool IsRemoved { get; init; }

    public PaymentChoice Choice(int installments) => IsCard ? new PaymentChoice.Card("61", installments) : new PaymentChoice.Transfer("88");

    public override string ToString() => Id;
}
