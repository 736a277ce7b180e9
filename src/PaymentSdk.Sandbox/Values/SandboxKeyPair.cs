using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox;

/// <summary>The two keys of one shop at the gateway. Test keys only; widget keys pair with widget keys.</summary>
/// <param name="SecretKey">Starts with <c>test_gsk_</c> (widget) or <c>test_sk_</c>.</param>
/// <param name="ClientKey">Starts with <c>test_gck_</c> or <c>test_ck_</c> accordingly.</param>
public sealed record SandboxKeyPair(string SecretKey, string ClientKey)
{
    /// <summary>
    /// The origins whose pages may open payment windows with the client key, written as a browser writes them
    /// (<c>https://myshop.com</c>), or every host below one (<c>https://*.myshop.com</c>). Default empty: any page may.
    /// <see cref="SandboxGateway.RegisterMerchantOrigins"/> replaces them.
    /// </summary>
    public IReadOnlyList<string> MerchantOrigins { get; init; } = [];

    /// <summary>Secrets of the same shop that are still taken, as while a secret is being replaced. Default none.</summary>
    public IReadOnlyList<string> PreviousSecretKeys { get; init; } = [];

    /// <summary>Where this shop's webhooks go, instead of <see cref="SandboxOptions.WebhookUrl"/>. Default null.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>
    /// The security keys of the shop, 64 hex characters each: payouts are encrypted and their webhooks signed with them; two while one
    /// replaces the other. Default one obviously fake key, 64 times the digit 5.
    /// </summary>
    public IReadOnlyList<string> SecurityKeys { get; init; } = [new('5', 64)];

    /// <summary>Prints the client key only.</summary>
    public override string ToString() => $"{ClientKey} / ***";

    internal string? Fault => (SecretKey, ClientKey) switch
    {
        _ when SecretKey.StartsWith("live_", StringComparison.Ordinal) || PreviousSecretKeys.Any(secret => !secret.StartsWith("test_", StringComparison.Ordinal)) || ClientKey.StartsWith("live_", StringComparison.Ordinal)
            => "a live key: the sandbox takes test keys only",
        _ when PageOrigins.Fault(MerchantOrigins) is { } wrong => wrong,
        _ when SandboxOptions.WebhookFault(WebhookUrl) is { } wrong => wrong.TrimEnd('.'),
        _ when SecurityKeys.Count == 0 || SecurityKeys.Any(key => key.Length != 64 || !key.All(char.IsAsciiHexDigit)) => "a security key is 64 hex characters",
        _ when HasPrefixes("test_gsk_", "test_gck_") || HasPrefixes("test_sk_", "test_ck_") => null,
        _ => "not a pair: use test_gsk_… with test_gck_…, or test_sk_… with test_ck_…",
    };

    private bool HasPrefixes(string secret, string client) =>
        SecretKey.StartsWith(secret, StringComparison.Ordinal) && ClientKey.StartsWith(client, StringComparison.Ordinal);
}
