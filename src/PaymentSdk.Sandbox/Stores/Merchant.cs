namespace PaymentSdk.Sandbox.Stores;

/// <summary>One shop at the gateway: the pair of keys it uses and the merchant id that its payments carry.</summary>
internal sealed record Merchant(string MId, string SecretKey, string ClientKey)
{
    /// <summary>Widget keys pay through <c>widgets()</c>, the others through <c>payment()</c> (docs/spec/payment-api.md §1.3).</summary>
    public bool IsWidget { get; } = SecretKey.StartsWith("test_gsk_", StringComparison.Ordinal);

    /// <summary>Where this shop's webhooks go; null: where all shops' go.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The keys that payouts are encrypted and their webhooks signed with; two while one replaces the other.</summary>
    public IReadOnlyList<string> SecurityKeys { get; init; } = [];

    public override string ToString() => MId;
}
