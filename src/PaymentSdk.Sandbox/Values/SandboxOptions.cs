using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox;

/// <summary>How a sandbox gateway is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>The addresses to listen on, <c>http</c> only; port 0 takes a free one. Default <c>http://127.0.0.1:0</c>.</summary>
    public IReadOnlyList<string> Urls { get; set; } = ["http://127.0.0.1:0"];

    /// <summary>The shops that the gateway knows. Default: one pair of widget keys and one of individual keys, both obviously fake.</summary>
    public IReadOnlyList<SandboxKeyPair> Keys { get; set; } =
    [
        new("test_gsk_fake_shop", "test_gck_fake_shop"),
        new("test_sk_fake_shop", "test_ck_fake_shop"),
    ];

    /// <summary>
    /// Where webhooks are posted, <c>http</c> or <c>https</c>; null (default) sends none. <see cref="SandboxKeyPair.WebhookUrl"/> is for one
    /// shop only; <see cref="SandboxGateway.SendWebhooksTo"/> changes it while the gateway runs.
    /// </summary>
    public string? WebhookUrl { get; set; }

    /// <summary>
    /// What a caller of the <c>/sandbox</c> controls has to send, as <c>Authorization: Bearer …</c> or <c>Sandbox-Control-Token: …</c>: 8 to 200
    /// characters of letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c>. Null (default) asks for none and is possible only while every
    /// address is a loopback one; a proxy on this machine then opens the controls to whoever reaches the proxy.
    /// </summary>
    public string? ControlToken { get; set; }

    /// <summary>
    /// The address by which browsers reach the gateway when that is none of <see cref="Urls"/>, such as that of a proxy in front of it: scheme,
    /// host and port. Receipts and checkouts link to it, and its windows answer to its host. Null (default): each answers at the address that it
    /// was called at.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>
    /// True signs <c>payout.changed</c> and <c>seller.changed</c> with the text of the security key, false (default) with the 32 bytes that it
    /// stands for. Which one the real service does is not documented.
    /// </summary>
    public bool SignsWithKeyText { get; set; }

    /// <summary>The clock that the gateway starts from; its own clock can be moved ahead of it. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Decides whether a fault armed with a probability strikes. Default <see cref="Random.Shared"/>.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>Adds endpoints beside <see cref="Urls"/>, for example one with TLS. Default none.</summary>
    public Action<KestrelServerOptions>? Kestrel { get; set; }

    /// <summary>True when the gateway is the program: Ctrl+C ends it. Otherwise who started it ends it.</summary>
    internal bool OwnsProcess { get; set; }

    internal IEnumerable<string> Faults()
    {
        foreach (var url in Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/")
                yield return $"'{url}' is not an address to listen on: write http://host:port (TLS endpoints are added by Kestrel).";
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
            yield return "No keys: give at least one pair of a secret and a client key.";
        foreach (var pair in Keys.Where(pair => pair.Fault is not null))
            yield return $"The keys of {pair.ClientKey}: {pair.Fault}.";
        foreach (var twice in Keys.SelectMany(pair => pair.PreviousSecretKeys.Append(pair.SecretKey).Append(pair.ClientKey)).GroupBy(key => key).Where(group => group.Count() > 1))
            yield return $"A key starting '{twice.Key[..Math.Min(9, twice.Key.Length)]}' is given twice.";
    }

    /// <summary>Why the controls may not be at an address without a token; null when they may.</summary>
    internal string? OpenControls(string url) => ControlToken is null && !Listening.IsLoopback(BindingAddress.Parse(url).Host)
        ? $"At {url} other machines reach the sandbox, and its controls have no token. Give one (--control-token, or ControlToken in code), or listen at a loopback address such as http://localhost:5180."
        : null;

    /// <summary>What is wrong with an address for webhooks, as a sentence; null when it can be sent to, or is none.</summary>
    internal static string? WebhookFault(string? url) =>
        string.IsNullOrEmpty(url) || Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? null
            : $"'{url}' is not an address for webhooks: write http://host/path or https://host/path.";

    private static bool IsToken(string text) => text.Length is >= 8 and <= 200 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~');
}
