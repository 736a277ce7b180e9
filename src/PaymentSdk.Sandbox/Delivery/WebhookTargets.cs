using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>The webhook URLs of the shops. The URL for all shops can be changed while the gateway runs.</summary>
internal sealed class WebhookTargets(SandboxOptions options)
{
    private volatile Uri? _all = Parse(options.WebhookUrl);

    /// <summary>Returns the shop's own URL, or else the URL for all shops; null if there is neither.</summary>
    public Uri? Of(Merchant merchant) => Parse(merchant.WebhookUrl) ?? _all;

    /// <summary>The URL for all shops.</summary>
    public string? All => _all?.OriginalString;

    public void Set(string? url) => _all = Parse(url);

    private static Uri? Parse(string? url) => string.IsNullOrEmpty(url) ? null : new Uri(url);
}
