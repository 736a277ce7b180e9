using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Configuration;

/// <summary>A secret key of the API. It prints as <c>***</c>, and the ledger stores only its fingerprint.</summary>
internal sealed class SecretKey(string value)
{
    /// <summary>The first 16 hexadecimal characters of the SHA-256 of the key.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];

    public bool IsTest { get; } = value.StartsWith("test_", StringComparison.Ordinal);

    /// <summary>Returns the secret itself. It must never be logged or stored.</summary>
    public string Reveal() => value;

    /// <summary>
    /// The credentials for HTTP Basic authentication: the secret and a colon, in Base64. Without the colon the API answers
    /// <c>INCORRECT_BASIC_AUTH_FORMAT</c>.
    /// </summary>
    public string Basic { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes(value + ":"));

    public override string ToString() => "***";
}
