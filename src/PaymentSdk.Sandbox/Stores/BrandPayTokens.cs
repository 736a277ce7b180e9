namespace PaymentSdk.Sandbox.Stores;

/// <summary>The tokens of one customer.</summary>
internal sealed record BrandPayTokens(string AccessToken, string RefreshToken, Merchant Merchant, string CustomerKey, DateTimeOffset Expires)
{
    /// <summary>The lifetime of an access token (docs/spec/payment-api.md §2.6).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2_592_000);

    public override string ToString() => $"tokens of {CustomerKey}";
}
