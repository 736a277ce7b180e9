using System.Security.Cryptography;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>The nonce of one answer: inline scripts that carry it may run. Made when the page first asks for it.</summary>
internal sealed class PolicyNonce
{
    private const string Prefix = "'nonce-";

    /// <summary>What the page writes into <c>nonce="…"</c>: 128 random bits (CSP Level 3, §7.1).</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>How a policy names it.</summary>
    public string Source => $"{Prefix}{Value}'";

    public static bool Is(string source) => source.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
