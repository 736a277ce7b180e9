namespace PaymentSdk.Sandbox.Books;

/// <summary>A payment method that a customer left with the shop (payment-api.md §3.8).</summary>
internal sealed record BillingKey(string Key, Merchant Merchant, string CustomerKey, DateTimeOffset AuthenticatedAt)
{
    /// <summary>Null for a bank account.</summary>
    public CardDetails? Card { get; init; }

    public bool IsRemoved { get; init; }

    public override string ToString() => $"billing key of {Merchant}";
}
