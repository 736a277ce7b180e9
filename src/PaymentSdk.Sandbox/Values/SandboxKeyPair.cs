using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox;

/// <summary>
/// The secret key and the client key of one shop at the gateway. Only test keys are accepted, and a widget key must be paired with a widget key.
/// </summary>
/// <param name="SecretKey">The secret key. Starts with <c>test_gsk_</c> (widget) or <c>test_sk_</c>.</param>
/// <param name="ClientKey">The client key. Starts with <c>test_gck_</c> (widget) or <c>test_ck_</c>.</param>
public sealed record SandboxKeyPair(string SecretKey, string ClientKey)
{
    /// <summary>
    /// The origins whose pages can open payment windows with the client key, in the form that browsers send
    /// (<c>https://myshop.com</c>), or a pattern for every host below one (<c>https://*.myshop.com</c>). If empty (default), any page can.
    /// <see cref="SandboxGateway.RegisterMerchantOrigins"/> replaces them.
    /// </summary>
    public IReadOnlyList<string> MerchantOrigins { get; init; } = [];

    /// <summary>Other secret keys of the shop that are still accepted, for example while a secret is being replaced. Default none.</summary>
    public IReadOnlyList<string> PreviousSecretKeys { get; init; } = [];

    /// <summary>The webhook URL of this shop, which replaces <see cref="SandboxOptions.WebhookUrl"/>. If null (default), that URL is used.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>
    /// The security keys of the shop, each of 64 hexadecimal characters. They encrypt payouts and sign their webhooks. There are two while one
    /// replaces the other. The default is one obviously fake key: the digit 5, 64 times.
    /// </summary>
    public IReadOnlyList<string> SecurityKeys { get; init; } = [new('5', 64)];

    /// <summary>Returns a text with the client key only.</summary>
    public override string ToString() => $"{ClientKey} / ***";

    internal string? Fault => (SecretKey, ClientKey) switch
    {
        _ when SecretKey.StartsWith("live_", StringComparison.Ordinal) || PreviousSecretKeys.Any(secret => !secret.StartsWith("test_", StringComparison.Ordinal)) || ClientKey.StartsWith("live_", StringComparison.Ordinal)
            => "a live key: the sandbox takes test keys only",
        _ when PageOrigins.Fault(MerchantOrigins) is { } wrong => wrong,
        _ when SandboxOptions.WebhookFault(WebhookUrl) is { } wrong => wrong.TrimEnd('.'),
        _ when SecurityKeys.Count == 0 || SecurityKeys.Any(key => key.Length != 64 || !key.All(char.IsAsciiHexDigit)) => "SecurityKeys must have one or two keys of 64 hexadecimal characters",
        _ when HasPrefixes("test_gsk_", "test_gck_") || HasPrefixes("test_sk_", "test_ck_") => null,
        _ => "not a pair: use test_gsk_… with test_gck_…, or test_sk_… with test_ck_…",
    };

    private bool HasPrefixes(string secret, string client) =>
        SecretKey.StartsWith(secret, StringComparison.Ordinal) && ClientKey.StartsWith(client, StringComparison.Ordinal);
}
