using System.Security.Cryptography;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>The nonce of one answer. Inline scripts with it may run. It is created when the page first requests it.</summary>
internal sealed class PolicyNonce
{
    private const string Prefix = "'nonce-";

    /// <summary>The value that the page writes into <c>nonce="…"</c>: 128 random bits (CSP Level 3, §7.1).</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>The source expression that allows this nonce in a policy.</summary>
    public string Source => $"{Prefix}{Value}'";

    public static bool Is(string source) => source.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
