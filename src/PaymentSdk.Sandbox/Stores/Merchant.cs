namespace PaymentSdk.Sandbox.Stores;

/// <summary>One shop at the gateway: its two keys and the merchant id of its payments.</summary>
internal sealed record Merchant(string MId, string SecretKey, string ClientKey)
{
    /// <summary>
    /// Whether the keys are widget keys, which pay through <c>widgets()</c>. Other keys pay through <c>payment()</c> (docs/spec/payment-api.md §1.3).
    /// </summary>
    public bool IsWidget { get; } = SecretKey.StartsWith("test_gsk_", StringComparison.Ordinal);

    /// <summary>The shop's own webhook URL; null to use the URL for all shops.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The keys that encrypt payouts and sign their webhooks. There are two while one replaces the other.</summary>
    public IReadOnlyList<string> SecurityKeys { get; init; } = [];

    public override string ToString() => MId;
}
