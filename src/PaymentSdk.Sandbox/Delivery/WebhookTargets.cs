using PaymentSdk.Sandbox.Books;

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

    /// <summary>What is wrong with an address, as a sentence; null when it can be sent to, or is none.</summary>
    public static string? Fault(string? url) =>
        string.IsNullOrEmpty(url) || Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? null
            : $"'{url}' is not an address for webhooks: write http://host/path or https://host/path.";

    private static Uri? Parse(string? url) => string.IsNullOrEmpty(url) ? null : new Uri(url);
}
