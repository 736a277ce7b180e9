namespace PaymentSdk.Sandbox.Stores;

/// <summary>A payment method that a customer registered with the shop (docs/spec/payment-api.md §3.8).</summary>
internal sealed record BillingKey(string Key, Merchant? Owner, string CustomerKey, DateTimeOffset AuthenticatedAt)
{
    /// <summary>The shop that the billing key was issued to.</summary>
    public Merchant Merchant => Owner ?? throw new InvalidOperationException("No shop has issued the billing key yet.");

    /// <summary>The card; null for a bank account.</summary>
    public CardDetails? Card { get; init; }

    public bool IsRemoved { get; init; }

    public override string ToString() => $"billing key of {Owner}";
}
