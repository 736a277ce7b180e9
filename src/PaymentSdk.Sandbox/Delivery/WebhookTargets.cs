using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Where each shop's messages go. The address for all shops can be changed while the gateway runs.</summary>
internal sealed class WebhookTargets(SandboxOptions options)
{
    private volatile Uri? _all = Parse(options.WebhookUrl);

    /// <summary>The shop's own address, else the one for all; null when there is neither.</summary>
    public Uri? Of(Merchant merchant) => Parse(merchant.WebhookUrl) ?? _all;

    /// <summary>The address for all shops.</summary>
    public string? All => _all?.OriginalString;

    public void Set(string? url) => _all = Parse(url);

    private static Uri? Parse(string? url) => string.IsNullOrEmpty(url) ? null : new Uri(url);
}
