using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox;

/// <summary>The options of a sandbox gateway.</summary>
public sealed class SandboxOptions
{
    /// <summary>The addresses to listen on, <c>http</c> only. Port 0 selects a free port. Default <c>http://127.0.0.1:0</c>.</summary>
    public IReadOnlyList<string> Urls { get; set; } = ["http://127.0.0.1:0"];

    /// <summary>
    /// The key pairs of the shops. The default is one pair of widget keys and one pair of API-individual keys, both obviously fake.
    /// </summary>
    public IReadOnlyList<SandboxKeyPair> Keys { get; set; } =
    [
        new("test_gsk_fake_shop", "test_gck_fake_shop"),
        new("test_sk_fake_shop", "test_ck_fake_shop"),
    ];

    /// <summary>
    /// The URL to which webhooks are sent, <c>http</c> or <c>https</c>; null (default) to send none. <see cref="SandboxKeyPair.WebhookUrl"/> sets
    /// the URL of one shop, and <see cref="SandboxGateway.SendWebhooksTo"/> changes this URL while the gateway runs.
    /// </summary>
    public string? WebhookUrl { get; set; }

    /// <summary>
    /// The token that callers of the <c>/sandbox</c> controls must send, as <c>Authorization: Bearer …</c> or <c>Sandbox-Control-Token: …</c>: 8 to
    /// 200 letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c>. Null (default) requires no token and is allowed only if all addresses are
    /// loopback addresses. In that case, a proxy on this machine opens the controls to everyone who can reach the proxy.
    /// </summary>
    public string? ControlToken { get; set; }

    /// <summary>
    /// The address at which browsers reach the gateway if it is not one of <see cref="Urls"/>, such as the address of a proxy: scheme, host and port.
    /// Receipt and checkout links use it, and the windows accept its host. If null (default), links use the address of the request.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>
    /// True to sign <c>payout.changed</c> and <c>seller.changed</c> with the text of the security key, false (default) to sign with the 32 bytes
    /// that it encodes. It is not documented which of the two the real service does.
    /// </summary>
    public bool SignsWithKeyText { get; set; }

    /// <summary>
    /// The clock from which the gateway's own clock starts. The gateway's clock can be advanced. Default <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The random numbers that decide whether a fault with a probability applies. Default <see cref="Random.Shared"/>.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>Adds endpoints in addition to <see cref="Urls"/>, for example one with TLS. Default none.</summary>
    public Action<KestrelServerOptions>? Kestrel { get; set; }

    /// <summary>Whether the gateway is the whole program, so that Ctrl+C stops it. If false, the hosting application stops it.</summary>
    internal bool OwnsProcess { get; set; }

    internal IEnumerable<string> Faults()
    {
        foreach (var url in Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/")
                yield return $"'{url}' is not an address to listen on: write http://host:port (add TLS endpoints with the option Kestrel).";
        }

        if (PublicAddress is not null && (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var reached) || reached.Scheme is not ("http" or "https") || reached.PathAndQuery != "/" || reached.UserInfo.Length > 0))
            yield return $"'{PublicAddress}' is not a public address: write scheme, host and port only, like https://sandbox.myshop.com.";
        if (ControlToken is not null && !IsToken(ControlToken))
            yield return "The control token must have 8 to 200 characters: letters, digits, '-', '.', '_' and '~'.";
        foreach (var open in Urls.Where(url => Uri.TryCreate(url, UriKind.Absolute, out _) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            if (OpenControls(open) is { } fault)
                yield return fault;
        }

        if (WebhookFault(WebhookUrl) is { } wrong)
            yield return wrong;
        if (Keys.Count == 0)
            yield return "There are no keys: give at least one pair of a secret key and a client key.";
        foreach (var pair in Keys.Where(pair => pair.Fault is not null))
            yield return $"The keys of {pair.ClientKey}: {pair.Fault}.";
        foreach (var twice in Keys.SelectMany(pair => pair.PreviousSecretKeys.Append(pair.SecretKey).Append(pair.ClientKey)).GroupBy(key => key).Where(group => group.Count() > 1))
            yield return $"A key starting with '{twice.Key[..Math.Min(9, twice.Key.Length)]}' is given twice.";
    }

    /// <summary>Returns the reason why the controls must not be open at an address, or null if they can be.</summary>
    internal string? OpenControls(string url) => ControlToken is null && !Listening.IsLoopback(BindingAddress.Parse(url).Host)
        ? $"Other machines can reach the sandbox at {url}, and its controls have no token. Give one (--control-token, or ControlToken in code), or listen at a loopback address such as http://localhost:5180."
        : null;

    /// <summary>Returns the fault of a webhook URL as a sentence, or null if the URL is valid or empty.</summary>
    internal static string? WebhookFault(string? url) =>
        string.IsNullOrEmpty(url) || Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? null
            : $"'{url}' is not an address for webhooks: write http://host/path or https://host/path.";

    private static bool IsToken(string text) => text.Length is >= 8 and <= 200 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~');
}
